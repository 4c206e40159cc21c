"""The same numbers on every processor: nothing in a run leans on code of NumPy or the C library that differs by it."""

import os
import subprocess
import sys

CODE = """
import hashlib
from model import load_scenario, simulate
result = simulate(load_scenario("mtel", {"run.days": 30, "managers.service_turn": "from_start"}), seed=1, log=True)
print(hashlib.sha256(b"".join(result.log[name].tobytes() for name in result.log.dtype.names)).hexdigest())
"""


def log_hash(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_event_log_does_not_depend_on_numpys_fastest_instructions():
    from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

    optional = [name for name in __cpu_dispatch__ if __cpu_features__.get(name)]
    assert log_hash(NPY_DISABLE_CPU_FEATURES=" ".join(optional)) == log_hash()


def test_the_event_log_does_not_depend_on_the_c_librarys_fastest_functions():
    older = ",".join(f"-{feature}" for feature in ("AVX2", "FMA", "FMA4", "AVX512F", "AVX2_Usable", "FMA_Usable"))
    assert log_hash(GLIBC_TUNABLES=f"glibc.cpu.hwcaps={older}") == log_hash()
