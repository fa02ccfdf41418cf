"""Articles in Parquet to documents in Parquet on Spark: ``spark-submit spark.py ARTICLES DOCUMENTS``."""

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newskit.corpus import extract_batch, schema


def extract(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Extract the record batches of one partition."""
    return map(extract_batch, batches)


if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    # A batch of Spark has 10,000 rows unless it is told otherwise: more than a worker has to hold at once.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)
    articles = spark.read.parquet(sys.argv[1])
    documents = articles.mapInArrow(extract, from_arrow_schema(schema()))
    documents.write.parquet(sys.argv[2])
