const TWIPS_PER_POINT = 20;
const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

/** Twentieths of a point. Rounded up: 1133 twips would be 19.98 mm, less than the 20 mm the decree asks for. */
export function twipsOfMillimetres(millimetres: number): number {
  return Math.ceil(millimetres * TWIPS_PER_MILLIMETRE - 1e-6);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * TWIPS_PER_POINT);
}

/** Word counts type sizes in half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}
