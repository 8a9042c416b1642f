"""What language needs: matching keys with a way back, words, alphabetical order, stems, watch terms."""
