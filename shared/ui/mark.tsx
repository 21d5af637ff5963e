/** Perch's mark: three voices on a perch. */
export function Mark() {
  return (
    <span class="mark" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
