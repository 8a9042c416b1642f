"""Proof of what was held when: the log, time stamps over it, and captures of what others published."""
