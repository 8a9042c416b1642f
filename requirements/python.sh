#!/bin/sh
# Print a Python that can make .venv: 3.11 or newer, with the modules venv and ensurepip.
# An argument names the one to use; without it the usual names are tried.
old="" bare=""
for name in ${1:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { old="$old $name"; continue; }
    "$name" -c 'import ensurepip, venv' 2>/dev/null || { bare="$bare $name"; continue; }
    command -v "$name"
    exit 0
done
if [ -n "$bare" ]; then
    echo "error:$bare cannot make a virtual environment: the module venv or ensurepip is missing." >&2
    echo "hint: on Debian and Ubuntu: apt-get install python3-venv" >&2
else
    echo "error: no Python 3.11 or newer was found (tried$old)." >&2
    echo "hint: install one, or name it: make setup PYTHON=/path/to/python3.12" >&2
fi
exit 1
