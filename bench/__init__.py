"""What aigaq is measured against: `make bench`, told in docs/methods/benchmark.md."""
