/** What a row measured: `ratio` is `value` over what it stands `against`, measured in the same run. */
export interface Figure {
  value: number;
  unit: string;
  against: string;
  ratio: number;
  goal: string;
  holds: boolean;
}

export interface Row {
  name: string;
  run(): Promise<Figure>;
}
