// Short names for the API's types that pages speak of.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AllowedAction = Schemas["AllowedAction"];
export type Assignment = Schemas["AssignmentView"];
export type Case = Schemas["CaseView"];
export type CaseAction = Schemas["CaseAction"];
export type CaseState = Schemas["CaseState"];
export type CaseSummary = Schemas["CaseSummary"];
export type DemoAccount = Schemas["Account"];
export type EventType = Schemas["EventType"];
export type HistoryItem = Schemas["HistoryItem"];
export type InboxCounts = Schemas["InboxCounts"];
export type Channel = Schemas["Channel"];
export type Level = Schemas["ResponseLevel"];
export type Light = Schemas["Light"];
export type LogItem = Schemas["Page_LogItem"]["items"][number];
export type Meeting = Schemas["MeetingView"];
export type MeetingAction = Schemas["MeetingAction"];
export type MeetingState = Schemas["MeetingState"];
export type Notice = Schemas["Notice"];
export type Outcome = Schemas["Outcome"];
export type Overview = Schemas["Overview"];
export type PolicyIssue = Schemas["PolicyIssueView"];
export type Post = Schemas["Post"];
export type ProblemDocument = Schemas["Problem"];
export type Role = Schemas["Role"];
export type Sector = Schemas["Sector"];
export type Session = Schemas["SessionView"];
export type Sheet = Schemas["SheetView"];
export type SheetRow = Schemas["SheetRowView"];
export type SheetState = Schemas["SheetState"];
export type SheetSummary = Schemas["SheetSummary"];
export type Task = Schemas["TaskView"];
export type TaskKind = Schemas["TaskKind"];
export type Unit = Schemas["Unit"];
export type User = Schemas["User"];
