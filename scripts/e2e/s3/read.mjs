// Prints the region, the names in a bucket, and the content of one object, with the JavaScript SDK and only the variables of
// the environment.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages, Bucket, Key] = process.argv.slice(2);
const requireThere = createRequire(join(packages, 'package.json'));
const { GetObjectCommand, ListObjectsV2Command, S3Client } = requireThere('@aws-sdk/client-s3');
const s3 = new S3Client();
const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
console.log([await s3.config.region(), ...Contents.map((item) => item.Key), await Body.transformToString()].join('\n'));
