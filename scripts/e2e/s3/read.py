"""Prints the region, the names in a bucket, and the content of one object, with boto3 and only the environment."""

import sys

import boto3

bucket, key = sys.argv[1:]
s3 = boto3.client("s3")
print(s3.meta.region_name)
for item in s3.list_objects_v2(Bucket=bucket)["Contents"]:
    print(item["Key"])
print(s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode())
