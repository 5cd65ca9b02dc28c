// The few pictures that stand beside words, each a path in a square of 24.
export const ICONS = {
  add: "M12 5v14M5 12h14",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4",
  calendar: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4",
  cases: "M8 4h8v3H8zM6 5.5H5V20h14V5.5h-1M8.5 11.5h7M8.5 15.5h5",
  close: "M6 6l12 12M18 6L6 18",
  collapse: "M14 7l-5 5 5 5",
  dispatch: "M4 12h14M13 6l6 6-6 6",
  expand: "M10 7l5 5-5 5",
  log: "M5 6h14M5 12h14M5 18h9",
  meeting: "M4 14h16M7 14v5M17 14v5M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4M16 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  overview: "M5 20V11M12 20V4M19 20v-6",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3 2.6 3 5.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6",
  policy: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l4.5 4.5",
  settings: "M4 8h9M17 8h3M4 16h3M11 16h9M15 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4M9 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  sheet: "M5 4h14v16H5zM5 9h14M5 14h14M11 9v11",
  todo: "M5 12.5l4.5 4.5L19 7",
  units: "M4 20h16M6 20V5h8v15M14 10h4v10M9 9h2M9 13h2",
  verify: "M5 5h3l2 5-2.5 1.500a11 11 0 0 0 5 5L14 14l5 2v3c0 1-1 1-1 1C10 20 4 14 4 6c0 0 0-1 1-1",
} as const;

export type IconName = keyof typeof ICONS;
