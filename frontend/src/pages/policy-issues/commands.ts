import type { PolicyIssue } from "@/api/types";
import { describe } from "@/pages/forms/description";

export const report = describe<"/api/v1/policy-issues/{id}/report", PolicyIssue>(
  "/api/v1/policy-issues/{id}/report",
  {
    intro: "记录已向市级有关部门报送，以及报送的文件。",
    fields: [
      { name: "body", label: "报送给哪个部门" },
      { name: "document_number", label: "文号" },
      { name: "document_date", label: "文件日期", past: true },
      { name: "text", label: "报送内容", hint: "限制办理的规定、造成的困难和建议。", rows: 5 },
    ],
  },
);
