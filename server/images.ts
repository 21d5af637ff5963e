type Sharp = (typeof import('sharp'))['default'];

let opening: Promise<Sharp> | undefined;

/** Brings in `sharp` when the first picture is made: one thread, and nothing kept between pictures. */
export function openSharp(): Promise<Sharp> {
  return (opening ??= prepare());
}

async function prepare(): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
