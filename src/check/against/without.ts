/** What one list has more often than another: two things of one name are the same. */
export function without<T>(list: readonly T[], other: readonly T[], nameOf: (each: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const each of other) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return list.filter((each) => {
    const count = counts.get(nameOf(each)) ?? 0;
    counts.set(nameOf(each), count - 1);
    return count <= 0;
  });
}
