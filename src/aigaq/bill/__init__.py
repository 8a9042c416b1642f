"""How a bill travels: the dossier about it, regimes, standards, checks, timeline and watch.

Nothing here goes online, prints, or knows of the encrypted case file.
"""
