"""The few calls of Z3's C interface that a check needs.

Owns: finding the library that the wheel z3-solver brings, the types of the calls, errors as exceptions.
Refuses to know: what is asked and why.

`import z3` makes some thousand Python wrappers, five times as long as loading the library; nothing here wraps
what solver.py does not call. Names are those of z3_api.h.
"""

from __future__ import annotations

from ctypes import CDLL, CFUNCTYPE, c_bool, c_char_p, c_int, c_uint, c_void_p
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

_HANDLE = c_void_p
_ON_ERROR = CFUNCTYPE(None, c_void_p, c_int)

_PARAMETERS = {
    b"smt.arith.solver": b"2",  # quicker than the default on bounded integers with few sums
    b"model.compact": b"false",  # a model is read once and thrown away
}

_CALLS: dict[str, tuple[Any, ...]] = {
    "Z3_global_param_set": (None, c_char_p, c_char_p),
    "Z3_mk_config": (_HANDLE,),
    "Z3_del_config": (None, _HANDLE),
    "Z3_mk_context_rc": (_HANDLE, _HANDLE),
    "Z3_del_context": (None, _HANDLE),
    "Z3_set_error_handler": (None, _HANDLE, _ON_ERROR),
    "Z3_get_error_code": (c_int, _HANDLE),
    "Z3_get_error_msg": (c_char_p, _HANDLE, c_int),
    "Z3_get_full_version": (c_char_p,),
    "Z3_mk_string_symbol": (_HANDLE, _HANDLE, c_char_p),
    "Z3_mk_bool_sort": (_HANDLE, _HANDLE),
    "Z3_mk_int_sort": (_HANDLE, _HANDLE),
    "Z3_mk_const": (_HANDLE, _HANDLE, _HANDLE, _HANDLE),
    "Z3_mk_not": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_get_app_decl": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_get_bool_value": (c_int, _HANDLE, _HANDLE),
    "Z3_get_numeral_string": (c_char_p, _HANDLE, _HANDLE),
    "Z3_mk_params": (_HANDLE, _HANDLE),
    "Z3_params_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_params_dec_ref": (None, _HANDLE, _HANDLE),
    "Z3_params_set_uint": (None, _HANDLE, _HANDLE, _HANDLE, c_uint),
    "Z3_mk_solver_for_logic": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_solver_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_solver_dec_ref": (None, _HANDLE, _HANDLE),
    "Z3_solver_set_params": (None, _HANDLE, _HANDLE, _HANDLE),
    "Z3_solver_from_string": (None, _HANDLE, _HANDLE, c_char_p),
    "Z3_solver_check_assumptions": (c_int, _HANDLE, _HANDLE, c_uint, c_void_p),
    "Z3_solver_get_reason_unknown": (c_char_p, _HANDLE, _HANDLE),
    "Z3_solver_get_unsat_core": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_ast_vector_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_ast_vector_dec_ref": (None, _HANDLE, _HANDLE),
    "Z3_ast_vector_size": (c_uint, _HANDLE, _HANDLE),
    "Z3_ast_vector_get": (_HANDLE, _HANDLE, _HANDLE, c_uint),
    "Z3_solver_get_model": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_model_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_model_dec_ref": (None, _HANDLE, _HANDLE),
    "Z3_model_get_const_interp": (_HANDLE, _HANDLE, _HANDLE, _HANDLE),
    "Z3_solver_get_statistics": (_HANDLE, _HANDLE, _HANDLE),
    "Z3_stats_inc_ref": (None, _HANDLE, _HANDLE),
    "Z3_stats_dec_ref": (None, _HANDLE, _HANDLE),
    "Z3_stats_size": (c_uint, _HANDLE, _HANDLE),
    "Z3_stats_get_key": (c_char_p, _HANDLE, _HANDLE, c_uint),
    "Z3_stats_is_uint": (c_bool, _HANDLE, _HANDLE, c_uint),
    "Z3_stats_get_uint_value": (c_uint, _HANDLE, _HANDLE, c_uint),
}
"""By name: the type of the result, then those of the arguments."""


class Z3Error(RuntimeError):
    """Z3 refused a call: a mistake of the text that it was fed, or of this package."""


@cache
def library() -> Any:
    """The library with the types of its calls. Raises ImportError where z3-solver is not installed."""
    loaded = CDLL(str(_file()))
    for name, (result, *arguments) in _CALLS.items():
        call = getattr(loaded, name)
        call.restype, call.argtypes = result, arguments
    for parameter, value in _PARAMETERS.items():
        loaded.Z3_global_param_set(parameter, value)
    return loaded


def _file() -> Path:
    spec = PathFinder.find_spec("z3")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    found = [file for folder in folders for file in sorted((Path(folder) / "lib").glob("libz3.*"))]
    if not found:
        raise ImportError("libz3 of the package z3-solver is not there", name="z3")
    return found[0]


@cache
def version() -> str:
    """Z3 with its version, as the ledger names it."""
    return f"Z3 {library().Z3_get_full_version().decode()}"


_KEEP_QUIET = _ON_ERROR(lambda _context, _code: None)
"""Without a handler Z3 ends the process; `Context.complain` asks for the error instead."""


class Context:
    """Where solvers keep their terms. Solvers of one context may touch each other's models, never each other's
    verdicts."""

    handle: Any = None

    def __init__(self) -> None:
        self.library = library()
        config = self.library.Z3_mk_config()
        self.handle = self.library.Z3_mk_context_rc(config)
        self.library.Z3_del_config(config)
        self.library.Z3_set_error_handler(self.handle, _KEEP_QUIET)
        self.sorts = {
            bool: self.library.Z3_mk_bool_sort(self.handle),
            int: self.library.Z3_mk_int_sort(self.handle),
        }

    def __del__(self) -> None:
        if self.handle is not None:
            self.library.Z3_del_context(self.handle)
        self.handle = None  # what is collected together with it has nothing left to give back

    def symbol(self, name: str) -> Any:
        """A name as Z3 keeps it."""
        return self.library.Z3_mk_string_symbol(self.handle, name.encode())

    def constant(self, name: str, sort: type) -> Any:
        """The variable of a name."""
        return self.kept(self.library.Z3_mk_const(self.handle, self.symbol(name), self.sorts[sort]))

    def kept(self, term: Any) -> Any:
        """A term that lives as long as the context."""
        self.library.Z3_inc_ref(self.handle, term)
        return term

    def complain(self) -> None:
        """Raises Z3Error if the last call failed."""
        code = self.library.Z3_get_error_code(self.handle)
        if code:
            raise Z3Error(self.library.Z3_get_error_msg(self.handle, code).decode())
