"""Articles in Parquet to documents in Parquet on Ray Data: ``python ray_data.py ARTICLES DOCUMENTS``."""

import sys

import pyarrow as pa
import ray

from newskit.corpus import extract_batch, schema


def extract(table: pa.Table) -> pa.Table:
    """Extract what Ray calls a batch: an Arrow table."""
    return pa.Table.from_batches(map(extract_batch, table.to_batches()), schema())


if __name__ == "__main__":
    articles = ray.data.read_parquet(sys.argv[1])
    documents = articles.map_batches(extract, batch_format="pyarrow", batch_size=256)
    documents.write_parquet(sys.argv[2])
