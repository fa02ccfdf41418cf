"""Flat tables, a row for each quote, person or date, with what people would otherwise join by hand."""

from newskit.tables.rows import rows
from newskit.tables.table import TABLES, Table, TableColumn
from newskit.tables.writing import schema, to_batch, to_csv

__all__ = ["TABLES", "Table", "TableColumn", "rows", "schema", "to_batch", "to_csv"]
