"""Peak memory of a stretch of work in this process.

On Linux the kernel's high-water mark (VmHWM) is set back before the work; ``ru_maxrss`` is no good there, since a
new process takes over the mark of the one that started it. Elsewhere ``ru_maxrss`` is what there is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


class Peak:
    """Measures the peak while it is entered, above what was held at the start."""

    mib: float = 0.0

    def __enter__(self) -> Peak:
        if _CLEAR.exists():
            _CLEAR.write_text("5", encoding="ascii")
        self._before = held()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.mib = max(0.0, held() - self._before)


def held() -> float:
    """Return the high-water mark of this process in MiB."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
