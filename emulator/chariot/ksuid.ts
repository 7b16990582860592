import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const EPOCH = 1_400_000_000;

/**
 * Makes an id that carries its time and is always the same for the same seed.
 * Source: segmentio/ksuid; Chariot's sample `_id` decodes to its `_updated_at`.
 */
export function ksuid(seconds: number, seed: string): string {
  const time = (seconds - EPOCH).toString(16).padStart(8, '0');
  const payload = createHash('sha256').update(seed).digest('hex').slice(0, 32);
  let left = BigInt(`0x${time}${payload}`);
  let text = '';
  for (; left > 0n; left /= 62n) text = ALPHABET.charAt(Number(left % 62n)) + text;
  return text.padStart(27, '0');
}
