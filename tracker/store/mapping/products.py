"""How is a product stored?"""

from typing import Final

from tracker.domain.outside import Outside
from tracker.domain.product import Product
from tracker.domain.routine import KINDS_OF_STEP
from tracker.store.mapping.cells import (
    day_text,
    maybe,
    measure,
    named,
    number,
    price,
    price_cells,
    text,
)
from tracker.store.mapping.shape import Shape, Stored


class Products(Shape[Product]):
    """A product, known by its id."""

    kind = "product"
    listed = "products"
    table = "products"
    columns = (
        "id",
        "name",
        "kind",
        "brand",
        "price_amount",
        "price_currency",
        "size_ml",
        "ml_per_use",
        "opened_on",
        "period_after_opening_months",
        "expires_on",
        "retired_on",
        "note",
    )
    same = ("id",)
    lookup = "id"

    def write(self, record: Product) -> Stored:
        """The product as it is stored."""
        return Stored(
            (
                record.id,
                record.name,
                record.kind,
                record.brand,
                *price_cells(record.price),
                record.size_ml,
                record.ml_per_use,
                day_text(record.opened_on),
                record.period_after_opening_months,
                day_text(record.expires_on),
                day_text(record.retired_on),
                record.note,
            )
        )

    def read(self, stored: Stored) -> Product:
        """The product that is stored."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Product(
            id=text(row.key("id")),
            name=text(row.key("name")),
            kind=row.key("kind").one_of(KINDS_OF_STEP),
            brand=maybe(text, row.maybe("brand")),
            price=price(row),
            size_ml=maybe(measure, row.maybe("size_ml")),
            ml_per_use=maybe(measure, row.maybe("ml_per_use")),
            opened_on=maybe(Outside.day, row.maybe("opened_on")),
            period_after_opening_months=maybe(number, row.maybe("period_after_opening_months")),
            expires_on=maybe(Outside.day, row.maybe("expires_on")),
            retired_on=maybe(Outside.day, row.maybe("retired_on")),
            note=maybe(text, row.maybe("note")),
        )


PRODUCTS: Final = Products()
