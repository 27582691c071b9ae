import type { Finding, Media } from '@affiche/core';
import { type InstagramLimits } from './limits.ts';
import type { Format } from './rules.ts';

/** What is wrong with the shape of a picture. Stories take any, and leave room around it. */
export function checkImage(
  { width, height }: Media,
  path: Finding['path'],
  format: Format,
  { imageMinAspect, imageMaxAspect, imageMinWidth, imageMaxWidth }: InstagramLimits,
): Finding[] {
  if (width === undefined || height === undefined) return [];
  const findings: Finding[] = [];
  const aspect = width / height;
  if (format !== 'story' && (aspect < imageMinAspect.value || aspect > imageMaxAspect.value)) {
    const isTall = aspect < imageMinAspect.value;
    findings.push({
      rule: 'instagram/media/aspect',
      severity: 'error',
      path: [...path, 'width'],
      message: `The image is ${width} by ${height}, and Instagram takes 4:5 to 1.91:1.`,
      measured: Math.round(aspect * 1000) / 1000,
      limit: isTall ? imageMinAspect.value : imageMaxAspect.value,
      unit: imageMinAspect.unit,
      fix: isTall
        ? `Crop it to ${width} by ${Math.floor(width / imageMinAspect.value)}, or give it a margin.`
        : `Crop it to ${Math.floor(height * imageMaxAspect.value)} by ${height}, or give it a margin.`,
      source: imageMinAspect.source,
    });
  }
  if (width < imageMinWidth.value || width > imageMaxWidth.value) {
    findings.push({
      rule: 'instagram/media/width',
      severity: 'warning',
      path: [...path, 'width'],
      message: `The image is ${width} pixels wide, and Instagram shows ${imageMinWidth.value} to ${imageMaxWidth.value}.`,
      measured: width,
      unit: 'pixels',
      fix: 'Scale it, or let the network do so.',
      source: imageMinWidth.source,
    });
  }
  return findings;
}
