// 一事一议: coordination brought to the joint meeting, referrals to the municipality or the centre.
import { disposition, TERMS } from "@/pages/forms/settlement";
import { describe, reason } from "./context";

export const proposeMeeting = describe("propose-meeting", {
  intro: "由总管家或牵头部门决定是否提交联席会。",
  fields: [reason("为什么需要联席会研判。")],
});

export const submitToMeeting = describe("submit-to-meeting", {
  intro: "提交后为一级响应，由区营商办安排联席会一事一议。",
  fields: [
    { name: "tried", label: "已采取的措施" },
    { name: "question", label: "请联席会议定的问题" },
  ],
});

export const remand = describe("remand", {
  intro: "还不到上会的时候，退回协调。",
  fields: [reason()],
});

export const requestReferral = describe("request-referral", {
  intro: "区里解决不了的，请区营商办上报市级或中央有关部门。",
  fields: [reason("为什么区级不能解决。")],
});

export const refuseReferral = describe("refuse-referral", {
  intro: "由原协调人继续协调。",
  fields: [reason()],
});

const letter = [
  { name: "document_number", label: "文号" },
  { name: "document_date", label: "文件日期", past: true },
] as const;

export const referUp = describe("refer-up", {
  intro: "上报后等待上级答复，答复由区营商办记录。",
  fields: [{ name: "body", label: "上报给哪个部门" }, ...letter],
});

export const recallReferral = describe("recall-referral", {
  intro: "迟迟没有答复，撤回后继续协调。",
  fields: [reason()],
});

export const recordReply = describe("record-reply", {
  fields: [
    ...letter,
    { name: "text", label: "答复内容" },
    // A referral once more or a deferral is no reply.
    disposition("按答复怎样处理", ["assign", "solved", "explain", "unsolved", "back_to_coordination"]),
    ...TERMS,
  ],
});
