"""A form that is being filled: which items of it are complete, valid and refer to each other.

`Form` holds sources, claims and denials; `AnswerForm` holds parts; `LinksForm` holds links. The lists are found in the model
itself, so that a new one needs no change here.
"""

from collections.abc import Collection, Mapping
from typing import Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from bot.claims.form import AnswerForm, Form

F = TypeVar("F", bound=BaseModel)


class Shape(Generic[F]):
    """`model` is the form, `lists` its lists of items, by key, in the order in which they are written."""

    def __init__(self, model: type[F]) -> None:
        self.model = model
        self.lists: dict[str, type[BaseModel]] = {
            name: get_args(field.annotation)[0]
            for name, field in model.model_fields.items()
            if get_origin(field.annotation) is list
        }

    def complete(self, raw: object) -> F | None:
        """The complete and valid items of an object that is still growing, None before there are any.

        An item is complete when the next one, or a later key, has begun.
        """
        if not isinstance(raw, Mapping):
            return None
        last = next(reversed(raw), None)
        closed = {key: value[:-1] if key == last and isinstance(value, list) else value for key, value in raw.items()}
        form, _ = self.salvage(closed)
        return form if form is not None and self.size(form) else None

    def salvage(self, raw: object) -> tuple[F | None, int]:
        """What is valid, item by item, and how many items had to be left out."""
        if not isinstance(raw, Mapping):
            return None, 0
        kept: dict[str, Any] = {}
        dropped = 0
        for key, kind in self.lists.items():
            items = raw.get(key)
            valid = [_valid(kind, item) for item in items] if isinstance(items, list) else []
            kept[key] = [item for item in valid if item is not None]
            dropped += len(valid) - len(kept[key])
        others = {key: raw[key] for key in self.model.model_fields if key not in self.lists and key in raw}
        try:
            form = self.model.model_validate(self._defaults(kept) | others | kept, strict=True)
        except ValidationError:
            return None, dropped
        whole = connected(form)
        return whole, dropped + self.size(form) - self.size(whole)

    def without(self, form: F, items: Collection[str]) -> F:
        """The form less the items that a check named: by their ids, denials as `d2`, parts as `part 2`."""
        lists = {
            key: [item for n, item in enumerate(getattr(form, key), 1) if _label(key, n, item) not in items]
            for key in self.lists
        }
        return connected(form.model_copy(update=lists))

    def size(self, form: F) -> int:
        return sum(len(getattr(form, key)) for key in self.lists)

    def worth(self, form: F) -> int:
        """How much of the form would be shown: sources alone are nothing to show."""
        return sum(len(getattr(form, key)) for key in self.lists if key != "sources")

    def _defaults(self, kept: Mapping[str, list[BaseModel]]) -> dict[str, Any]:
        return {"told": bool(kept["parts"])} if issubclass(self.model, AnswerForm) else {}


def connected(form: F) -> F:
    """Without claims and denials that name a source which is not there.

    A claim that lost its source must not become the outlet's own, so it goes too; a denial that lost
    all its claims and denies nothing else goes with them.
    """
    if not isinstance(form, Form):
        return form
    sources = {source.id for source in form.sources}
    claims = [claim for claim in form.claims if sources.issuperset((*claim.sources, *claim.via))]
    ids = {claim.id for claim in claims}
    denials = []
    for denial in form.denials:
        left = [claim for claim in denial.claims if claim in ids]
        if sources.issuperset((*denial.sources, *denial.via)) and (left or denial.implied or not denial.claims):
            denials.append(denial.model_copy(update={"claims": left}))
    return form.model_copy(update={"claims": claims, "denials": denials})


def _valid(kind: type[BaseModel], item: object) -> BaseModel | None:
    try:
        return kind.model_validate(item, strict=True)
    except ValidationError:
        return None


def _label(key: str, n: int, item: Any) -> str:
    return {"denials": f"d{n}", "parts": f"part {n}", "links": f"link {n}"}.get(key) or str(item.id)
