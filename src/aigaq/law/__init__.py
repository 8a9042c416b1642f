"""What a law says, and how a bill changes it: read, structure, compare, table."""
