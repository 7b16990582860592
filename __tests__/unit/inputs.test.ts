import { describe, expect, test } from '@jest/globals';
import {
  INPUTS,
  type InputName,
  inputValue,
  invalid,
  isSecretInput,
  parseBaseUrl,
  parseBoolean,
  parseId,
  parseRequired,
  parseSeconds,
} from '../../src/inputs.js';
import { failureOf } from '../support/fake-ports.js';

/** The error that a call ends with, as code and message. */
const failure = (code: string, message: unknown) => expect.objectContaining({ code, message });

describe('a base URL', () => {
  test.each([
    ['https://chariot.example.com', 'https://chariot.example.com/'],
    ['chariot.example.com', 'https://chariot.example.com/'],
    ['chariot.example.com:8443', 'https://chariot.example.com:8443/'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['chariot', 'https://chariot/'],
    ['HTTPS://Chariot.Example.COM', 'https://chariot.example.com/'],
    ['https://chariot.example.com:443/', 'https://chariot.example.com/'],
    ['https://example.com/apps/chariot', 'https://example.com/apps/chariot'],
    ['https://example.com/apps/chariot//', 'https://example.com/apps/chariot'],
    ['example.com/apps', 'https://example.com/apps'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://h/50%25/', 'https://h/50%25'],
  ])('%s is read as %s', (url, expected) => {
    expect(parseBaseUrl({ url }, 'url', false).href).toBe(expected);
  });

  test.each([
    ['https://chariot.example.com/a b', 'is not a URL'],
    ['https://chariot.example.com\\api', 'is not a URL'],
    ['chariot.example.com\nevil', 'is not a URL'],
    ['https:/chariot.example.com', 'is not a URL'],
    ['https:chariot.example.com', 'is not a URL'],
    ['https://https:/chariot.example.com', 'is not a URL'],
    ['https://https://chariot.example.com', 'is not a URL'],
    ['http://https://chariot.example.com', 'is not a URL'],
    ['https://', 'is not a URL'],
    ['https://:8080', 'is not a URL'],
    ['https://host:99999', 'is not a URL'],
    ['mailto:me', 'is not a URL'],
    ['ftp://chariot.example.com', 'must start with https://, not "ftp://"'],
    ['file:///etc/passwd', 'must start with https://, not "file://"'],
    ['https://user@chariot.example.com', 'must not hold a user name or password'],
    ['https://:hunter2@chariot.example.com', 'must not hold a user name or password'],
    ['user:hunter2@chariot.example.com', 'must not hold a user name or password'],
    ['https://chariot.example.com?x=1', 'must not have a query or a fragment'],
    ['https://chariot.example.com/?', 'must not have a query or a fragment'],
    ['https://chariot.example.com/#top', 'must not have a query or a fragment'],
    ['chariot.example.com#', 'must not have a query or a fragment'],
  ])('%j is refused: it %s', (url, reason) => {
    const message = expect.stringMatching(/^The input `url` /);
    const parse = () => parseBaseUrl({ url }, 'url', true);

    expect(parse).toThrow(failure('input_invalid', message));
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow('hunter2');
  });

  test('that is absent is asked for', () => {
    expect(() => parseBaseUrl({}, 'url', false)).toThrow(
      failure('input_missing', expect.stringMatching(/^The input `url` is empty: /)),
    );
  });
});

describe('plain http', () => {
  test.each([
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://LOCALHOST', 'http://localhost/'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['http://127.255.1.2', 'http://127.255.1.2/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://[::1]:80', 'http://[::1]/'],
  ])('to this machine itself is taken: %s', (url, expected) => {
    expect(parseBaseUrl({ url }, 'url', false).href).toBe(expected);
  });

  test.each([
    ['http://chariot.example.com:8080/api', '"http://chariot.example.com:8080"'],
    ['http://10.0.0.1', '"http://10.0.0.1"'],
    ['http://0.0.0.0', '"http://0.0.0.0"'],
    ['http://localhost.example.com', '"http://localhost.example.com"'],
    ['http://127.0.0.1.example.com', '"http://127.0.0.1.example.com"'],
    ['http://[2001:db8:0:1:1:1:1:1]', '"http://[2001:db8:0:1:1:1:1:1]"'],
  ])('to another machine is refused, and taken with allow_http: %s', (url, shown) => {
    expect(() => parseBaseUrl({ url }, 'url', false)).toThrow(
      failure('endpoint_insecure', expect.stringContaining(`The input \`url\` is ${shown}`)),
    );
    expect(parseBaseUrl({ url }, 'url', true).protocol).toBe('http:');
  });
});

describe('a boolean', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    [undefined, true],
  ])('%j is read as %s where the default is true', (value, expected) => {
    expect(parseBoolean(value === undefined ? {} : { export_env: value }, 'export_env')).toBe(expected);
  });

  test('is false where that is the default and nothing is given', () => {
    expect(parseBoolean({}, 'allow_http')).toBe(false);
  });

  test.each(['yes', 'no', '1', '0', 'on', 'tRUE', 'true false', 'true\n'])('is never %j', (value) => {
    expect(failureOf(() => parseBoolean({ allow_http: value }, 'allow_http'))).toEqual({
      code: 'input_invalid',
      message: `The input \`allow_http\` must be true or false, not "${value.trim()}".`,
    });
  });
});

describe('a number of seconds', () => {
  test.each([
    ['1', 1],
    ['007', 7],
    ['120', 120],
    ['86400', 86_400],
    [undefined, 120],
  ])('%j is read as %d', (value, expected) => {
    expect(parseSeconds(value === undefined ? {} : { timeout_seconds: value }, 'timeout_seconds')).toBe(expected);
  });

  test.each(['0', '-1', '+1', '1.5', '86401', '1000000', '1e3', '0x10', '1 0', '١', 'Infinity', '2m'])(
    'is never %j',
    (value) => {
      expect(() => parseSeconds({ timeout_seconds: value }, 'timeout_seconds')).toThrow(
        failure(
          'input_invalid',
          `The input \`timeout_seconds\` must be a whole number of seconds from 1 to 86400, not "${value}".`,
        ),
      );
    },
  );
});

describe('an id', () => {
  test.each(['2kFmBSWjqxWEGarZC9kkeYOpgMD', 'my project', 'a.b', '...', 'ä', '50%', undefined])('%j is taken', (id) => {
    expect(parseId(id === undefined ? {} : { project_id: id }, 'project_id')).toBe(id);
  });

  test.each(['a/b', '/', 'a?b', 'a#b', '.', '..', 'a\nb', 'a\u0000b', 'a\u007fb'])('%j is refused', (id) => {
    expect(failureOf(() => parseId({ user_id: id }, 'user_id'))).toEqual({
      code: 'input_invalid',
      message: `The input \`user_id\` is not an id: "${id.replace(/[\u0000-\u001f\u007f]/, ' ')}" holds a character that no id has.`,
    });
  });
});

describe('the inputs', () => {
  test('that are secrets are these two', () => {
    const names = Object.keys(INPUTS).filter((name) => isSecretInput(name as InputName));

    expect(names).toEqual(['client_secret', 'bearer_token']);
  });

  test.each<[InputName, string]>([
    ['export_env', 'true'],
    ['allow_http', 'false'],
    ['timeout_seconds', '120'],
    ['url', ''],
  ])('%s stands for %j when it is empty', (name, expected) => {
    expect(inputValue({}, name)).toBe(expected);
    expect(inputValue({ [name]: 'given' }, name)).toBe('given');
  });

  test('that are required and absent are named, with the reason', () => {
    expect(() => parseRequired({}, 'client_id', 'it is needed')).toThrow(
      failure('input_missing', 'The input `client_id` is empty: it is needed.'),
    );
    expect(parseRequired({ client_id: 'c' }, 'client_id', 'it is needed')).toBe('c');
  });

  test('that are wrong are named, with the reason', () => {
    expect(invalid('url', 'is odd')).toMatchObject({ code: 'input_invalid', message: 'The input `url` is odd.' });
  });
});
