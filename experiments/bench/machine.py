"""What the benchmark ran on, in a phrase."""

import os
import platform
from pathlib import Path


def machine() -> str:
    """Processor, cores, Python, and how busy the machine was with other things."""
    busy = f", load average {os.getloadavg()[0]:.1f} before the start" if hasattr(os, "getloadavg") else ""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}{busy}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
