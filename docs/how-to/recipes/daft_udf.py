"""Articles in Parquet to documents in Parquet on Daft: ``python daft_udf.py ARTICLES DOCUMENTS``."""

import sys

import daft
import pyarrow as pa

from newskit.corpus import extract_batch, schema

DOCUMENT = daft.DataType.from_arrow_type(pa.struct(list(schema())))


@daft.func.batch(return_dtype=DOCUMENT, batch_size=256)
def extract(article_id: daft.Series, text: daft.Series, published: daft.Series) -> pa.Array:
    """Extract a batch of articles, given as columns; gives one struct an article."""
    columns = {"id": article_id, "text": text, "published": published}
    batch = pa.RecordBatch.from_pydict({name: column.to_arrow() for name, column in columns.items()})
    return extract_batch(batch).to_struct_array()


if __name__ == "__main__":
    articles = daft.read_parquet(sys.argv[1])
    made = articles.select(extract(articles["id"], articles["text"], articles["published"]).alias("document"))
    made.select(made["document"].unnest()).write_parquet(sys.argv[2])
