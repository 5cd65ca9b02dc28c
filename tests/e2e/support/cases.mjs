// Cases brought as far as a story needs them, through the API.

let registered = 0;

/** A government case of a person, registered at the district's hall. */
export async function registerCase(intake, more = {}) {
  registered += 1;
  return intake.post("/cases", {
    channel: "district_hall",
    sector: "government_service",
    matter_name: `失业保险金申领（第${registered}件）`,
    failure: "not_accepted",
    failure_reason: "窗口以材料不全为由未受理。",
    problem: "办事指南没有写明须提供解除劳动合同证明。",
    reporter: { kind: "person", name: "王小明", phone: "13800000000" },
    ...more,
  });
}

/** The same, in the hands of a unit: accepted, passed on, dispatched. */
export async function dispatchCase(intake, lead, unit, more = {}) {
  const { id, number, version, enquiry_code } = await registerCase(
    intake,
    more,
  );
  const accepted = await intake.post(`/cases/${id}/accept`, {}, version);
  const passed = await intake.post(
    `/cases/${id}/pass-on`,
    {},
    accepted.version,
  );
  const sheet = await lead.post("/work-orders", {
    cases: [{ id, version: passed.version }],
    to: { main_unit: unit },
  });
  await lead.post(
    `/work-orders/${sheet.id}/dispatch`,
    { unconfirmed_reason: "已电话确认。" },
    sheet.version,
  );
  return { id, number, enquiry_code };
}
