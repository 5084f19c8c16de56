"""What every value of this package is: a frozen, keyword-only record.

Owns: the base classes of data, on msgspec's Struct, and what equality leaves out.
Refuses to know: which records there are.

A Struct is made in C: a class in about a tenth, an object in about a quarter of the time that a frozen
dataclass takes. A command line feels the first, a check the second.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, dataclass_transform, overload

from regcheck.seldom import without

with without("typing_extensions"):  # msgspec takes from it, where it is installed, what typing has too
    import msgspec
    from msgspec import field

__all__ = ["Family", "Frozen", "Mutable", "compared_fields", "detail", "field", "replace"]

T = TypeVar("T")


class _Detail:
    """Marks a field that is told and not compared, until its class is made."""

    __slots__ = ("default",)

    def __init__(self, default: object) -> None:
        self.default = default


@overload
def detail(*, default: T) -> T: ...
@overload
def detail() -> Any: ...
def detail(*, default: Any = msgspec.NODEFAULT) -> Any:
    """A field that equality, hashes and fingerprints leave alone: a place in a text, the case that was found."""
    return _Detail(default)


class _FamilyMeta(msgspec.StructMeta):
    """Makes frozen, keyword-only Structs whose details are not compared."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> _FamilyMeta:
        return cast("_FamilyMeta", _made(super().__new__, (mcs,), name, bases, namespace, options))


class _FrozenMeta(_FamilyMeta):
    """Makes them of msgspec's own kind of class, whose objects Python 3.11 makes four times as fast."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> _FrozenMeta:
        if _Record in bases:
            return cast("_FrozenMeta", super().__new__(mcs, name, bases, namespace, **options))
        own = tuple([_Record if type(base) is mcs else base for base in bases])
        return cast("_FrozenMeta", _made(msgspec.StructMeta, (), name, own, namespace, options))

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _Record)

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, _Record)


def _made(
    make: Callable[..., Any],
    first: tuple[type, ...],
    name: str,
    bases: tuple[type, ...],
    namespace: dict[str, Any],
    options: dict[str, Any],
) -> type:
    """The class of a record."""
    details = {key for base in bases for key in getattr(base, "DETAILS", ())}
    for key, value in namespace.items():
        if type(value) is _Detail:
            details.add(key)
            namespace[key] = value.default
            if value.default is msgspec.NODEFAULT:
                namespace[key] = field()
    if details:
        namespace |= {"DETAILS": frozenset(details), "__eq__": _equal, "__hash__": _hash}
    made: Any = make(*first, name, bases, namespace, **{"frozen": True, "kw_only": True, **options})
    if details:
        made.__compared__ = attrgetter("__class__", *compared_fields(made))
    return cast("type", made)


def _equal(self: Any, other: Any) -> bool:
    if self is other:
        return True
    return type(other) is type(self) and bool(self.__compared__(self) == self.__compared__(other))


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


class _Record(msgspec.Struct, frozen=True):
    """What all records are."""

    DETAILS: ClassVar[frozenset[str]] = frozenset()


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, detail))
class Frozen(_Record, metaclass=_FrozenMeta, frozen=True):
    """A record: `class Span(Frozen): start: int`. Equal if all fields are, but for details. No record extends it."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, detail))
class Family(_Record, metaclass=_FamilyMeta, frozen=True):
    """A record that others extend."""


class Mutable(msgspec.Struct):
    """A record that is filled while a pass runs and that nobody else sees."""


def compared_fields(record: type[Frozen | Family]) -> tuple[str, ...]:
    """The names of the fields that say what a record is, in the order of their declaration."""
    return tuple(name for name in record.__struct_fields__ if name not in record.DETAILS)


if TYPE_CHECKING:

    def replace(record: T, **changes: Any) -> T:
        """The record with some fields changed."""
else:
    replace = msgspec.structs.replace
