import { beforeAll, describe, expect, test } from '@jest/globals';
import { secret } from '../../../emulator/chariot/index.js';
import { type Job, runJob } from '../../../harness/jobs/chariot-job.js';

const VALUE = `p"a's/sw\\örd & <more> (of) it! 50%`;
const hex = Buffer.from(VALUE).toString('hex');
const uri = encodeURIComponent(VALUE);
const strict = uri.replace(/[!'()]/g, (sign) => `%${Buffer.from(sign).toString('hex').toUpperCase()}`);
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const form = new URLSearchParams([['', VALUE]]).toString().slice(1);
const json = JSON.stringify(VALUE);
const base64 = (text: string) => Buffer.from(text).toString('base64');

let job: Job;
beforeAll(async () => {
  job = await runJob({ settings: [secret('value', VALUE)], inputs: { secrets: 'value' } });
});

describe('What a later step prints of a value is masked', () => {
  test.each([
    ['echo', VALUE, '***'],
    ['xxd -p', hex, '***'],
    ['openssl, in capitals', hex.toUpperCase(), '***'],
    ['jq', json, '"***"'],
    ['jq -c tojson', JSON.stringify(json), '"\\"***\\""'],
    ["Python's json.dumps", json.replace('ö', '\\u00f6'), '"***"'],
    ["Go's json.Marshal", json.replace('<', '\\u003c').replace('>', '\\u003e').replace('&', '\\u0026'), '"***"'],
    ["JavaScript's encodeURIComponent", uri, '***'],
    ['curl --data-urlencode', strict, '***'],
    ["Python's urllib.parse.quote", strict.replaceAll('%2F', '/'), '***'],
    ['a URL in small letters', lower(strict), '***'],
    ['a form', form, '***'],
    ['a form in small letters', lower(form), '***'],
    ['bash -x', `+ tool '${VALUE.replaceAll("'", String.raw`'\''`)}'`, "+ tool '***'"],
    [
      'bash -x in the C locale',
      `+ tool $'${VALUE.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace('ö', '\\303\\266')}'`,
      "+ tool $'***'",
    ],
  ])('The output of %s is masked', (_tool, printed, shown) => {
    expect(job.log.masker.mask(`x ${printed} x`)).toBe(`x ${shown} x`);
    // As nektos/act does it: nothing but the masks themselves, in the order of their arrival.
    expect(job.log.masks.reduce((text, mask) => text.replaceAll(mask, '***'), printed)).toBe(shown);
  });

  test.each([
    ['', '\n'],
    ['u', '\n'],
    ['us', 'x\n'],
    ['user:', ''],
    ['{"password":"', '"}'],
  ])('The base64 of a value is masked with %j before it and %j after it', (before, after) => {
    const printed = base64(`${before}${VALUE}${after}`);
    const url = printed.replaceAll('+', '-').replaceAll('/', '_');
    // At most the group of four letters at either end holds bytes of the value: two of them.
    const own = new RegExp(`^[\\w+/-]{0,${Math.ceil((before.length + 2) / 3) * 4}}\\*\\*\\*[\\w+/=-]{0,8}$`);

    expect(job.log.masker.mask(printed)).toMatch(own);
    expect(job.log.masker.mask(url)).toMatch(own);
  });
});
