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
    intrinsic, lower_builtin, lower_getattr_generic, models, register_model,
)  # fmt: skip

from model.parameters.flat import PARAMETERS
from model.world.world import SINGLE, TABLES

WORD = ir.IntType(64)
BYTE = ir.IntType(8).as_pointer()


class TableType(types.Type):
    """A table in compiled code: an address and a number of rows."""

    def __init__(self, name: str, record: types.Record) -> None:
        self.record = record
        super().__init__(name=f"Table({name})")


class WorldType(types.Type):
    """The world in compiled code: the address of the directory."""

    def __init__(self) -> None:
        super().__init__(name="World")


def _record(name: str) -> types.Record:
    return numba.from_dtype(PARAMETERS if name == "parameters" else TABLES[name].dtype)


WORLD = WorldType()
FIELDS = {name: _record(name) if name in SINGLE else TableType(name, _record(name)) for name in TABLES}
PLACES = {name: place for place, name in enumerate(TABLES)}


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
    address = builder.load(builder.gep(directory, [WORD(place)]))
    if name in SINGLE:
        return builder.inttoptr(address, context.get_value_type(FIELDS[name]))
    table = context.make_helper(builder, FIELDS[name])
    table.data = builder.inttoptr(address, BYTE)
    table.length = builder.load(builder.gep(directory, [WORD(place + 1)]))
    return table._getvalue()


@infer_global(operator.getitem)
class TableItem(AbstractTemplate):
    """Types of `table[i]` (a row) and `table[a:b]` (a stretch of rows)."""

    def generic(self, arguments, keywords):
        """Resolve for tables only."""
        table, index = arguments
        if isinstance(table, TableType):
            if isinstance(index, types.Integer):
                return signature(table.record, table, types.intp)
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
    return builder.gep(table.data, [builder.mul(index, WORD(kind.record.size))])


@lower_builtin(operator.getitem, TableType, types.Integer)
def row_of(context, builder, sig, arguments):
    """Address of a row; checked when NUMBA_BOUNDSCHECK is on."""
    kind = sig.args[0]
    table = context.make_helper(builder, kind, value=arguments[0])
    if numba.config.BOUNDSCHECK:
        with builder.if_then(builder.icmp_unsigned(">=", arguments[1], table.length), likely=False):
            context.call_conv.return_user_exc(builder, IndexError, (f"row out of {kind.name}",))
    return builder.bitcast(_row(builder, kind, table, arguments[1]), context.get_value_type(kind.record))


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
    """Addresses and lengths of all tables, for one call of compiled code."""
    entries = []
    for name in TABLES:
        table = getattr(world, name)
        entries += [table.__array_interface__["data"][0], len(table) if table.ndim else 1]
    return np.array(entries, np.uint64)
