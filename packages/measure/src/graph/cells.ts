/** Typed arrays are read and written by these alone: a place outside them is a bug, and reads as zero. */
export function int(values: Int32Array, at: number): number {
  return values[at] ?? 0;
}

export function real(values: Float64Array, at: number): number {
  return values[at] ?? 0;
}

export function add(values: Int32Array, at: number, more: number): void {
  values[at] = int(values, at) + more;
}

export function addReal(values: Float64Array, at: number, more: number): void {
  values[at] = real(values, at) + more;
}
