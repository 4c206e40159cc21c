"""Turn a call tree of compiled functions into machine code once, at its root.

Numba makes machine code of every function as soon as it is compiled, with all that the function calls linked in and
optimised again: a function at the bottom of the engine is optimised as often as there are functions above it, and none
of that is ever run but what the root holds. Here the functions below an entry stay intermediate code; the entry links
all of them, once, optimises the whole, and alone becomes machine code. The engine compiles in a third of the time, and
calls between its functions are inlined by one look at the whole.
"""

from collections.abc import Callable

from llvmlite.binding import Linkage
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler


class _NoEnvironments:
    """A code generator for which there is no place to note a function's environment, since nothing runs."""

    def __init__(self, codegen):
        self._codegen = codegen

    def __getattr__(self, name):
        return getattr(self._codegen, name)

    def set_env(self, name, environment):
        """Nothing: the function has no machine code of its own that would look for its environment."""


class Part(JITCodeLibrary):
    """Code of a function that only other compiled functions call: kept, not yet linked and optimised."""

    @property
    def codegen(self):
        return _NoEnvironments(self._codegen)

    def finalize(self):
        """Close the library; linking and optimising are the root's."""
        self._raise_if_finalized()
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, name):
        """Null: there is no machine code."""
        self._ensure_finalized()
        return 0


class Whole(JITCodeLibrary):
    """Code of a function that Python calls, into which everything below it is linked."""

    def finalize(self):
        """Link all parts below, optimise the whole and make it machine code."""
        self._linking_libraries = list(_below(self._linking_libraries))
        super().finalize()

    def _optimize_final_module(self):
        for function in self._final_module.functions:
            if not function.is_declaration and function.linkage == Linkage.linkonce_odr:
                function.linkage = Linkage.internal
        super()._optimize_final_module()


def _below(libraries):
    """Libraries and those that they need themselves, each once, callers first."""
    found, waiting = {}, list(reversed(libraries))
    while waiting:
        library = waiting.pop()
        if library not in found:
            found[library] = None
            waiting.extend(reversed(library._linking_libraries) if isinstance(library, Part) else ())
    return found


def _compiler(kind: type[JITCodeLibrary]) -> type[Compiler]:
    class Into(Compiler):
        """Numba's own compiler, with the code put into another kind of library."""

        def compile_extra(self, func: Callable):
            self.state.library = kind(self.state.targetctx.codegen(), func.__qualname__)
            self.state.library.enable_object_caching()
            return super().compile_extra(func)

    return Into


INTO_PART, INTO_WHOLE = _compiler(Part), _compiler(Whole)
"""Pipelines for `numba.njit(pipeline_class=…)`: of functions below an entry, and of entries."""
