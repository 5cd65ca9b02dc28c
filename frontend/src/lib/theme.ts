// Light or dark: as the person chose, else as the device says. The tokens follow `data-theme` of the root.
import { ref, watchEffect } from "vue";
import { storedChoice } from "./stored";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const theme = storedChoice("theme", THEMES);

/** Dresses the page, from now on. */
export function followTheme(): void {
  const device = window.matchMedia("(prefers-color-scheme: dark)");
  const darkDevice = ref(device.matches);
  device.addEventListener("change", ({ matches }) => {
    darkDevice.value = matches;
  });
  watchEffect(
    () => {
      const dark = theme.value === "dark" || (theme.value === "auto" && darkDevice.value);
      document.documentElement.dataset.theme = dark ? "dark" : "light";
    },
    { flush: "sync" },
  );
}
