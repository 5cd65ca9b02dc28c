/** What ties a widget to the label, the hint and the error around it. */
export interface FieldTies {
  id: string;
  "aria-required"?: true;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

/** The id of the label of the widget with this id. */
export const labelOf = (id: string): string => `${id}-label`;

/** Something to choose. */
export interface Choice {
  value: string;
  label: string;
  /** What choosing it means, said before it is chosen. */
  note?: string | undefined;
}

/** A field at fault. */
export interface FieldFault {
  /** The widget's id. */
  id: string;
  label: string;
  message: string;
}

/** Brings the focus to a widget: to itself or to the first thing in it that takes it. */
export function focusField(id: string): void {
  const widget = document.getElementById(id);
  if (!widget) return;
  const stop = widget.matches("input, select, textarea, button")
    ? widget
    : (widget.querySelector<HTMLElement>("input:checked, input, select, textarea, button") ?? widget);
  stop.focus();
  widget.scrollIntoView({ block: "center" });
}
