"""How compiled code sees the world: one pointer to a directory of tables.

Handing some twenty NumPy arrays to every small rule would cost more than the rules themselves (each array carries
seven words and a reference count), in running and in compiling. Here `world` is a single pointer to a directory of
(address, number of rows); `world.reps` loads an entry and `world.reps[i]` is the address of a row, whose columns read
and write memory. The arrays belong to Python, which keeps them alive during the call.
"""

import operator

import numba
import numpy as np
from llvmlite import ir
from numba.core import types
from numba.core.typing.templates import AbstractTemplate, AttributeTemplate, infer_getattr, infer_global, signature
from numba.extending import (
    intrinsic, lower_builtin, lower_getattr_generic, lower_setattr_generic, models, register_model,
)  # fmt: skip

from model.parameters.flat import PARAMETERS
from model.world.table import LINE_BYTES
from model.world.world import SINGLE, TABLES

WORD = ir.IntType(64)
BYTE = ir.IntType(8).as_pointer()


class RowType(types.Type):
    """A row in compiled code: its address. Narrow whole numbers are read as 64 bits wide, so rules have one form."""

    def __init__(self, name: str, dtype: np.dtype) -> None:
        self.dtype = dtype
        self.constant = name == "parameters"
        super().__init__(name=f"Row({name})")

    def column(self, name: str) -> types.Type | None:
        """Type in which compiled code sees a column."""
        if name not in self.dtype.names:
            return None
        return {"f": types.float64, "u": types.uint64}.get(self.dtype[name].kind, types.int64)


class TableType(types.Type):
    """A table in compiled code: an address and a number of rows."""

    def __init__(self, name: str, dtype: np.dtype) -> None:
        self.row = RowType(name, dtype)
        super().__init__(name=f"Table({name})")


class WorldType(types.Type):
    """The world in compiled code: the address of the directory."""

    def __init__(self) -> None:
        super().__init__(name="World")


def _field(name: str) -> types.Type:
    dtype = PARAMETERS if name == "parameters" else TABLES[name].dtype
    return RowType(name, dtype) if name in SINGLE else TableType(name, dtype)


WORLD = WorldType()
FIELDS = {name: _field(name) for name in TABLES}
PLACES = {name: place for place, name in enumerate(TABLES)}


@register_model(RowType)
class RowModel(models.OpaqueModel):
    """A bare address."""


@register_model(TableType)
class TableModel(models.StructModel):
    """An address and a length, nothing that is counted."""

    def __init__(self, manager, kind) -> None:
        super().__init__(manager, kind, [("data", types.voidptr), ("length", types.intp)])


@register_model(WorldType)
class WorldModel(models.OpaqueModel):
    """A bare address."""


@infer_getattr
class WorldAttribute(AttributeTemplate):
    """Types of `world.<table>`."""

    key = WorldType

    def generic_resolve(self, world, name):
        """The table's type, or the row's for tables of one row."""
        return FIELDS.get(name)


@lower_getattr_generic(WorldType)
def load_table(context, builder, world, value, name):
    """Load a table's address and length from the directory."""
    directory = builder.bitcast(value, WORD.as_pointer())
    place = 2 * PLACES[name]
    address = _never_changes(builder, builder.load(builder.gep(directory, [WORD(place)])))
    if name in SINGLE:
        return builder.inttoptr(address, context.get_value_type(FIELDS[name]))
    table = context.make_helper(builder, FIELDS[name])
    table.data = builder.inttoptr(address, BYTE)
    table.length = _never_changes(builder, builder.load(builder.gep(directory, [WORD(place + 1)])))
    return table._getvalue()


@infer_getattr
class RowAttribute(AttributeTemplate):
    """Types of `row.<column>`, for reading and writing."""

    key = RowType

    def generic_resolve(self, row, name):
        """The column's type."""
        return row.column(name)


def _cell(context, builder, row: RowType, value, name: str):
    """Address of a column in a row, and the type it has in memory."""
    kind, offset = row.dtype.fields[name][:2]
    stored = ir.DoubleType() if kind.kind == "f" else ir.IntType(8 * kind.itemsize)
    address = builder.gep(builder.bitcast(value, BYTE), [WORD(offset)])
    return builder.bitcast(address, stored.as_pointer()), stored


def _never_changes(builder, load):
    """Tell the optimiser that what is loaded stays as it is during a call of compiled code."""
    load.set_metadata("invariant.load", builder.module.add_metadata([]))
    return load


def _alone(builder, instruction, row: RowType, name: str):
    """Tell the optimiser that a column shares no memory with any other, so that writing one leaves others known."""
    module, zero = builder.module, WORD(0)
    root = module.add_metadata(["columns"])
    column = module.add_metadata([f"{row.name}.{name}", root, zero])
    instruction.set_metadata("tbaa", module.add_metadata([column, column, zero]))
    return instruction


@lower_getattr_generic(RowType)
def read_cell(context, builder, row, value, name):
    """Read a column; narrow whole numbers are widened."""
    address, stored = _cell(context, builder, row, value, name)
    content = _alone(builder, builder.load(address), row, name)
    if row.constant:
        _never_changes(builder, content)
    return builder.sext(content, WORD) if stored != ir.DoubleType() and stored.width < 64 else content


@lower_setattr_generic(RowType)
def write_cell(context, builder, sig, arguments, name):
    """Write a column; whole numbers are narrowed to the column's width."""
    if sig.args[0].constant:
        raise numba.TypingError(f"{name} is a parameter, and parameters do not change during a run.")
    value, content = arguments
    content = context.cast(builder, content, sig.args[1], sig.args[0].column(name))
    address, stored = _cell(context, builder, sig.args[0], value, name)
    if stored != ir.DoubleType() and stored.width < 64:
        content = builder.trunc(content, stored)
    _alone(builder, builder.store(content, address), sig.args[0], name)


@infer_global(operator.getitem)
class TableItem(AbstractTemplate):
    """Types of `table[i]` (a row) and `table[a:b]` (a stretch of rows)."""

    def generic(self, arguments, keywords):
        """Resolve for tables only."""
        table, index = arguments
        if isinstance(table, TableType):
            if isinstance(index, types.Integer):
                return signature(table.row, table, types.intp)
            if isinstance(index, types.SliceType):
                return signature(table, table, types.slice2_type)
        return None


@infer_global(len)
class TableLength(AbstractTemplate):
    """Type of `len(table)`."""

    def generic(self, arguments, keywords):
        """Resolve for tables only."""
        return signature(types.intp, arguments[0]) if isinstance(arguments[0], TableType) else None


def _row(builder, kind, table, index):
    return builder.gep(table.data, [builder.mul(index, WORD(kind.row.dtype.itemsize))])


@lower_builtin(operator.getitem, TableType, types.Integer)
def row_of(context, builder, sig, arguments):
    """Address of a row; checked when NUMBA_BOUNDSCHECK is on."""
    kind = sig.args[0]
    table = context.make_helper(builder, kind, value=arguments[0])
    if numba.config.BOUNDSCHECK:
        with builder.if_then(builder.icmp_unsigned(">=", arguments[1], table.length), likely=False):
            context.call_conv.return_user_exc(builder, IndexError, (f"row out of {kind.name}",))
    return builder.bitcast(_row(builder, kind, table, arguments[1]), context.get_value_type(kind.row))


@lower_builtin(operator.getitem, TableType, types.SliceType)
def stretch_of(context, builder, sig, arguments):
    """Rows from a start up to a stop, without copying."""
    kind = sig.args[0]
    table = context.make_helper(builder, kind, value=arguments[0])
    bounds = context.make_helper(builder, sig.args[1], value=arguments[1])
    part = context.make_helper(builder, kind)
    part.data = _row(builder, kind, table, bounds.start)
    part.length = builder.sub(bounds.stop, bounds.start)
    return part._getvalue()


@lower_builtin(len, TableType)
def length_of(context, builder, sig, arguments):
    """Number of rows."""
    return context.make_helper(builder, sig.args[0], value=arguments[0]).length


@intrinsic
def as_world(context, directory):
    """View a directory (an array of addresses and lengths) as the world."""

    def load(context, builder, sig, arguments):
        array = context.make_array(sig.args[0])(context, builder, arguments[0])
        return builder.bitcast(array.data, context.get_value_type(WORLD))

    return WORLD(types.Array(types.uint64, 1, "C")), load


def directory(world) -> np.ndarray:
    """Addresses and lengths of all tables, for one call of compiled code; a table without rows has no address."""
    entries = []
    for table in world:
        if not table.ndim:
            table = np.frombuffer(table, table.dtype)  # a lone row has no address of its own to ask for
        entries += [table.ctypes.data, len(table)] if len(table) else [0, 0]
    return np.array(entries, np.uint64)


def fetch(row) -> None:
    """Ask the processor to bring a row near before it is needed; in plain Python, nothing."""


def fetch_first(row) -> None:
    """The same for the line of the processor's cache in which a row begins."""


@infer_global(fetch)
@infer_global(fetch_first)
class FetchRow(AbstractTemplate):
    """Type of `fetch(row)`."""

    def generic(self, arguments, keywords):
        """Resolve for rows only."""
        return signature(types.none, arguments[0]) if isinstance(arguments[0], RowType) else None


@lower_builtin(fetch, RowType)
def fetch_row(context, builder, sig, arguments):
    """A hint for every line of the processor's cache that a row takes."""
    return _hint(context, builder, arguments[0], range(0, sig.args[0].dtype.itemsize, LINE_BYTES))


@lower_builtin(fetch_first, RowType)
def fetch_first_line(context, builder, sig, arguments):
    """A hint for the line in which a row begins."""
    return _hint(context, builder, arguments[0], range(1))


def _hint(context, builder, row, offsets):
    number = ir.IntType(32)
    kind = ir.FunctionType(ir.VoidType(), [BYTE, number, number, number])
    hint = builder.module.declare_intrinsic("llvm.prefetch", (BYTE,), kind)
    start = builder.bitcast(row, BYTE)
    for offset in offsets:
        builder.call(hint, [builder.gep(start, [WORD(offset)]), number(0), number(3), number(1)])
    return context.get_dummy_value()
