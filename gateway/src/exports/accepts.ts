/** Whether a client takes a media type (RFC 9110, 12.5.1): the most specific range that fits decides, and weight 0 is a no. */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === '') return true;
  const [type = ''] = mediaType.split(';');
  const fits = [type, `${type.split('/')[0]}/*`, '*/*'];
  const ranges = header.toLowerCase().split(',').map((one) => one.split(';').map((part) => part.trim()));
  const best = fits.map((range) => ranges.find(([name]) => name === range)).find((one) => one !== undefined);
  return best !== undefined && !best.slice(1).some((part) => /^q=0(?:\.0*)?$/.test(part));
}
