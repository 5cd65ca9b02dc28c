// Generated from openapi/openapi.json by `npm run client`. Not for editing.

export interface paths {
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the log
         * @description What happened to what, by whom, the latest first; keyset pages. Looking for something rare, a page
         *     may hold less than was asked for and still have a next one.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the calendar
         * @description One year of it with all its days, the version in force, and until when it is published.
         */
        get: operations["get_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reckon a deadline
         * @description With each day counted or skipped, why, and by which notice of the State Council.
         */
        get: operations["get_deadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an import
         * @description Which days a new year's arrangement, or an amended one, would change, and which open deadlines
         *     it would move: number, unit, old and new date only. Nothing is changed.
         */
        post: operations["dry_run_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a notice
         * @description A new year's arrangement, or an amended one, as it stands after all of the year's notices, those
         *     known already first; a district's own order too. Open deadlines move at once, each with an event
         *     that names the notice.
         */
        post: operations["import_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the calendar */
        get: operations["list_calendar_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Those that the asker may see, filtered and in order; keyset pages.
         */
        get: operations["list_cases"];
        put?: never;
        /**
         * Register a case
         * @description The enquiry code goes to the reporter.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["register_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/find-repeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find likely repeats
         * @description Before registering: of the whole district's cases those of the same reporter or told alike, by number, unit and
         *     state only. Name one by its number as `repeat_of`. Changes nothing.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["find_repeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/former": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cases that one's unit has left
         * @description A unit that returned a case, was asked for an opinion and no longer is, or handed the case over to
         *     the other sector reads it up to there, and finds it here as it stood then; keyset pages, the latest
         *     left first. Such cases are in no other list.
         */
        get: operations["list_former_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List frequent matters
         * @description The matters of the latest cases that the asker may see: what is likely to be registered next.
         */
        get: operations["list_matters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/search-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search the cases of a person
         * @description By exactly one whole telephone, ID number, name or code; only cases in which the asker may see that value in the
         *     clear now. Changes nothing, and records nothing.
         */
        post: operations["search_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description With what the asker may do now, and why not the rest. Personal data are masked.
         */
        get: operations["get_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a case, at the third level */
        post: operations["accept_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/add-co": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a co unit
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["add_co_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/add-material": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add material
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["add_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/answer-dissatisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a dissatisfied reporter
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["answer_dissatisfaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an attachment
         * @description As a form with the file and, if wanted, what it shows. It is judged by its content: PDF, OFD, JPEG, PNG, WebP,
         *     HEIC, Word, Excel, WPS or plain text, up to 20 MiB; no archives, no macros.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["add_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an attachment
         * @description For who may see the case and more than masked data; units get nothing that came in with a confidential report.
         *     Ranges are served.
         */
        get: operations["get_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/close-duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case as a duplicate of another
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["close_duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/close-out-of-scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case that is outside the plan
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["close_out_of_scope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/close-unsolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case honestly as unsolved
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["close_unsolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a case at intake
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["correct_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/correct-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the reporter's contact data */
        post: operations["correct_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decide-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant or refuse a later deadline
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["decide_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decline-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline to give a conformity opinion
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["decline_opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case by explaining the rule that stands against it
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["explain_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/give-co-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a co unit's opinion
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["give_co_opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/give-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Feed the result back
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["give_feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/give-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a conformity opinion
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["give_opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a case over to another window or butler
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["hand_over_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hand-over-sector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a case over to the other sector
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["hand_over_sector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case's history
         * @description Every event, oldest first, as the log keeps it, with its texts.
         */
        get: operations["get_case_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a note to the file
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["note_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/pass-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass a case on for dispatch, at the second level
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["pass_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List precedents
         * @description How the same matter was ruled, or resolved as a precedent, before: shown at the next dispatch.
         */
        get: operations["list_precedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/propose-meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask that a case be brought to the joint meeting
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["propose_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/purge-classified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purge classified content
         * @description On any case in any state. The content is destroyed, in every case that has the same attachment; its digest and the
         *     reason stay.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["purge_classified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/raise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Raise a case for coordination
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["raise_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate a closed case
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["rate_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/recall-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall the request for an opinion
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["recall_opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/recall-referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall a referral to which no reply comes
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["recall_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign for a case */
        post: operations["receive_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/record-callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a call to the reporter; `If-Match` is needed where the answer to "solved" is recorded
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["record_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/record-reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the upper body's reply, and what the case comes to by it
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["record_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/refer-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refer a case up to the municipality or the centre */
        post: operations["refer_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/refuse-coordination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse coordination
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["refuse_coordination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/refuse-referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse to refer a case up
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["refuse_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/refuse-reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse to take a closed case up again
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["refuse_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/remand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a case back to its coordinator: it isn't ripe for the meeting
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["remand_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a closed case up again
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["reopen_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/report-coordinated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the coordinator's result
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["report_coordinated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-coordination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for coordination
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_coordination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a later deadline
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a unit for its conformity opinion
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the office to refer a case up
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/request-reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to take a closed case up again
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a case: it isn't the unit's business
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["return_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/return-to-intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a case back to intake
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["return_to_intake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a personal value in the clear
         * @description Only to those who need it for what they do now; it is recorded.
         */
        post: operations["reveal_personal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule whose business a twice returned case is, and dispatch it there
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["rule_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/rule-sector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule whose sector a disputed case is
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["rule_sector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a result back to be done again
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["send_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/solve-on-the-spot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Solve a case on the spot
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["solve_on_the_spot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/submit-to-meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a case to the joint meeting, at the first level
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["submit_to_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest units for a case
         * @description Which units solved the same matter before, as main unit.
         */
        get: operations["list_suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/verify-solved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the result and close the case as solved
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["verify_solved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a case
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["withdraw_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the demo's accounts
         * @description 404 outside demo mode.
         */
        get: operations["list_demo_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dictionary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the words
         * @description Every enumeration and the district's causes, with Chinese labels. Open to all.
         */
        get: operations["list_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what waits for the asker
         * @description In the role and unit in which they act, the nearest deadline first; keyset pages.
         */
        get: operations["list_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what waits for the asker
         * @description By kind, with the work orders that the unit is asked to confirm.
         */
        get: operations["count_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who I am */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List joint meetings
         * @description Those with a case that the asker may see, and those to which the asker's unit is invited; the
         *     latest planned first; keyset pages.
         */
        get: operations["list_meetings"];
        put?: never;
        /**
         * Plan a joint meeting
         * @description The versions of the cases named must be the present ones.
         */
        post: operations["plan_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a joint meeting
         * @description Its notice, its agenda with what was resolved, and what the asker may do now.
         */
        get: operations["get_meeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/add-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put more cases on the agenda */
        post: operations["add_agenda_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/arrange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the agenda in another order */
        post: operations["arrange_agenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call the meeting, or call it for another time
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["call_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a meeting that wasn't held
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["cancel_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a joint meeting's history
         * @description Every event, oldest first, with its texts; without those about cases that the asker may not see.
         */
        get: operations["get_meeting_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the meeting was held
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["hold_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/remove-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case off the agenda */
        post: operations["remove_agenda_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter what the meeting resolved on a case
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["resolve_agenda_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the minutes: all resolutions are carried out, or none */
        post: operations["sign_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notices
         * @description What reached the post in which the asker acts, the latest first; keyset pages.
         */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark all notices as read
         * @description Those of the post in which the asker acts, up to the one named: what came meanwhile stays unread.
         */
        post: operations["read_all_notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notice as read
         * @description For the asker alone; others who hold the post keep it unread.
         */
        post: operations["read_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the open cases
         * @description Those that the asker may see, by their lights: by state, sector, level and holder.
         */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List policy issues
         * @description Those that the asker may see, the latest opened first; keyset pages.
         */
        get: operations["list_policy_issues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-issues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a policy issue
         * @description The rule that stood in the way, the case it was explained in, and how it was reported.
         */
        get: operations["get_policy_issue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-issues/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a policy issue's history
         * @description Every event, oldest first, with its texts.
         */
        get: operations["get_policy_issue_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-issues/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a policy issue was reported to the municipality
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["report_policy_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case's progress
         * @description In plain words, by number and enquiry code. A wrong number and a wrong code get the same answer.
         */
        get: operations["get_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer whether the problem is solved, as its reporter
         * @description While the result is verified. The reporter's own answer outranks what a call found.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["answer_as_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate a closed case as its reporter
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["rate_as_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/cases/{number}/request-reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to take a closed case up again as its reporter
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["request_reopen_as_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my saved views */
        get: operations["list_saved_views"];
        put?: never;
        /**
         * Save a view
         * @description A name for a query of the list of cases. One of the same name is replaced.
         */
        post: operations["save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a saved view */
        delete: operations["forget_view"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description The refresh token comes as an `HttpOnly` cookie. Failures lock a name for a growing
         *     time, whether or not anybody bears it.
         */
        post: operations["sign_in"];
        /** Sign out */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act in another post
         * @description Within the same session; the log tells in which post each act was done.
         */
        post: operations["switch_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description By the old one. My other sessions end; this one goes on.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the session
         * @description By the refresh cookie, which is replaced. Its predecessor stays good for 10 seconds; the use of
         *     an older one ends the session.
         */
        post: operations["renew_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description What the district has set where the plan is silent; the defaults where it hasn't.
         */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change settings
         * @description They hold for what is decided from now on; deadlines already set stay as they are.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["change_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings' history
         * @description Every change, oldest first, with the values changed and the reason.
         */
        get: operations["get_settings_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count custody by unit
         * @description How many working days of the period each unit held the cases that the asker may see. Each working day
         *     of a case belongs to whoever holds it at its 24:00, the day of closing to who held it last; days before
         *     registration belong to the registering unit, days closed to nobody. Days to come aren't counted.
         */
        get: operations["get_custody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens
         * @description Server-sent events, to be read by `fetch` with the bearer token. Each has the place in the log
         *     as its `id`, the noun as its `event` (`case`, `work_order`, …), and as `data` its type and the
         *     noun's identifier: `{"type":"dispatched","case":"…"}`. Where it gave the asker's post a notice,
         *     `event: notice` comes with it: `{"type":"dispatched","notice":"…"}`. Only what the asker may see
         *     comes, and no content: ask again for what has changed. Every 15 seconds an `id` without data
         *     says that the stream lives. It ends with the token or the session; one person may hold 6.
         */
        get: operations["follow_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all units */
        get: operations["list_units"];
        put?: never;
        /** Enter a unit */
        post: operations["create_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a unit */
        get: operations["get_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a unit
         * @description It gets nothing new from now on; its history stays. Refused, with the counts, as long as cases,
         *     assignments, work orders, posts or other units rely on it, or it leads, coordinates or is the
         *     office.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["close_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a unit coordinate no more
         * @description The sector's lead coordinates then. A lead can't step down but by another's taking over.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["give_up_duty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a unit's history
         * @description Every event, oldest first, with its texts: former names, duties, parents.
         */
        get: operations["get_unit_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a unit under another one, and in lists */
        post: operations["place_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a unit
         * @description Its history, and work orders dispatched before, keep the old name.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["rename_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a unit lead or coordinate a sector
         * @description Instead of the one that did, in one commit: a sector never has two leads.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["take_over_duty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["list_users"];
        put?: never;
        /**
         * Enter a user
         * @description A role is held only where it belongs: lead and chief butler in the unit that leads or
         *     coordinates a sector, butlers in a butler's unit, and so on. People of the office and of the
         *     supervisor must name their home unit.
         */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user */
        get: operations["get_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a user's name, telephone and home unit
         * @description All three as they shall be. Nobody changes the own home unit.
         */
        post: operations["change_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a user
         * @description All sessions end at once. Nobody disables oneself, so that an administrator is always left.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["disable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a disabled user
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["enable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/give-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user a post
         * @description A role in a unit, where it belongs. Nobody gives posts to oneself.
         */
        post: operations["give_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user's history
         * @description Every event, oldest first, with its texts.
         */
        get: operations["get_user_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a user's password
         * @description All sessions end at once; the person must choose another password before anything else.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/take-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a post from a user
         * @description It takes effect at once, for running sessions too. Nobody takes the own posts, so that an
         *     administrator is always left.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["take_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List work orders
         * @description Those that the asker may see, the latest drafted first; keyset pages.
         */
        get: operations["list_work_orders"];
        put?: never;
        /**
         * Draft a work order
         * @description For 1 to 99 cases of one sector; the versions named must be the present ones.
         *
         *     涉密材料请勿在网上提交。
         */
        post: operations["draft_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a work order
         * @description The form of plan A2: its rows are frozen at dispatch.
         */
        get: operations["get_work_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/add-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put more cases on a draft */
        post: operations["add_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/ask-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the main unit to confirm */
        post: operations["ask_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel before dispatch
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["cancel_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, or record that the unit confirmed by telephone */
        post: operations["confirm_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline: it isn't the unit's business
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["decline_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch: the clocks start
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["dispatch_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a work order's history
         * @description Every event, oldest first, with its texts.
         */
        get: operations["get_work_order_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/redraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the units or the date of a draft
         * @description 涉密材料请勿在网上提交。
         */
        post: operations["redraft_work_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/remove-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case off a draft */
        post: operations["remove_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the work of units
         * @description What each unit has to receive, to do or to assist in, by its lights, whoever sent it.
         */
        get: operations["get_workload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether it can serve
         * @description The database answers, its tables are current, and the followers are near the end of the log.
         */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description 受理: taken on, at the third level. */
        Accept: Record<string, never>;
        /** @description An account to try the system with. */
        Account: {
            /** @description The person's name. */
            name: string;
            /** @description The password. */
            password: string;
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description Its Chinese label. */
            role_label: string;
            /** @description The unit's code. */
            unit: string;
            /** @description The unit's short name. */
            unit_name: string;
            /** @description The name to sign in with. */
            username: string;
        };
        /** @description 列入议题: more cases on the agenda. */
        AddAgendaCases: {
            /** @description The cases, as the office saw them. */
            cases: components["schemas"]["CaseVersion"][];
        };
        /** @description 加入事项: more cases on a draft. */
        AddCases: {
            /** @description The cases, as the drafter saw them. */
            cases: components["schemas"]["CaseVersion"][];
        };
        /** @description 增加协办: another co unit, on a sheet of its own. */
        AddCo: {
            /** @description The unit and what it has to do. */
            co: components["schemas"]["CoUnitInput"];
        };
        /** @description 补充材料: a description of what the reporter handed in later. */
        AddMaterial: {
            /** @description What was added. 涉密材料请勿在网上提交. */
            description: components["schemas"]["Text1To4000"];
        };
        /** @description One case on the agenda. */
        AgendaItemView: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            level?: components["schemas"]["ResponseLevel"] | null;
            /** @description 事项名称. */
            matter_name: string;
            /** @description Its number. */
            number: components["schemas"]["Number"];
            /** @description The question to decide. */
            question?: string | null;
            resolution?: components["schemas"]["ResolutionView"] | null;
            /** @description Its sector. */
            sector: components["schemas"]["Sector"];
            /** @description Where it stands now. */
            state: components["schemas"]["CaseState"];
            /** @description What was tried. */
            tried?: string | null;
        };
        /** @description Who acts for the reporter (代理人). */
        AgentInput: {
            /** @description The agent's name. */
            name: components["schemas"]["PersonName"];
            phone?: components["schemas"]["Phone"] | null;
        };
        /** @description Who acts for the reporter, masked. */
        AgentView: {
            /** @description The name, masked. */
            name?: string | null;
            /** @description The telephone, masked. */
            phone?: string | null;
        };
        /** @description One command, and whether the asker may give it now. */
        AllowedAction: {
            /** @description The command. */
            action: components["schemas"]["CaseAction"];
            /** @description Whether it may be given now. */
            allowed: boolean;
            /** @description Why not: the stable code. */
            code?: string | null;
            /** @description Its Chinese label. */
            label: string;
            /** @description Why not, in Chinese. */
            reason?: string | null;
        };
        /** @description One command, and whether the asker may give it now. */
        AllowedMeetingAction: {
            /** @description The command. */
            action: components["schemas"]["MeetingAction"];
            /** @description Whether it may be given now. */
            allowed: boolean;
            /** @description Why not: the stable code. */
            code?: string | null;
            /** @description Its Chinese label. */
            label: string;
            /** @description Why not, in Chinese. */
            reason?: string | null;
        };
        /** @description One command, and whether the asker may give it now. */
        AllowedSheetAction: {
            /** @description The command. */
            action: components["schemas"]["SheetAction"];
            /** @description Whether it may be given now. */
            allowed: boolean;
            /** @description Why not: the stable code. */
            code?: string | null;
            /** @description Its Chinese label. */
            label: string;
            /** @description Why not, in Chinese. */
            reason?: string | null;
        };
        /** @description 告知结果, by the reporter: whether it is solved, and how content they are. */
        AnswerAsReporter: {
            /** @description The enquiry code. */
            code: string;
            opinion?: components["schemas"]["Text1To4000"] | null;
            satisfaction?: components["schemas"]["Satisfaction"] | null;
            /** @description Whether the problem is solved. */
            solved: boolean;
        };
        /** @description 答复不满意: looked into and answered by another person than who closed the case. */
        AnswerDissatisfaction: {
            /** @description What was looked into, and what the reporter was told. */
            answer: components["schemas"]["Text1To4000"];
        };
        /** @description 调整议程: the cases of the agenda in another order. */
        ArrangeAgenda: {
            /** @description All cases of the agenda, in the order in which they are to be discussed. */
            cases: components["schemas"]["CaseId"][];
        };
        /** @description 沟通确认: the main unit is asked whether it is its business (plan §5.2). */
        AskConfirmation: Record<string, never>;
        /** @description Into whose hands. */
        AssignTo: {
            /** @description To whom, and by when. */
            to: components["schemas"]["Recipients"];
        };
        /**
         * @description 承办方式
         * @enum {string}
         */
        AssignmentKind: "main" | "co";
        /**
         * @description 交办状态
         * @enum {string}
         */
        AssignmentState: "open" | "answered" | "returned" | "raised" | "ended" | "closed";
        /** @description One unit's share. */
        AssignmentView: {
            /** @description The answer. */
            answer?: string | null;
            answered_at?: components["schemas"]["At"] | null;
            /** @description Since when. */
            dispatched_at: components["schemas"]["At"];
            /**
             * Format: date
             * @description The deadline in force.
             */
            due_date: string;
            extension_request?: components["schemas"]["ExtensionRequestView"] | null;
            /**
             * Format: int32
             * @description How many extensions were granted.
             */
            extensions: number;
            /** @description Main or co. */
            kind: components["schemas"]["AssignmentKind"];
            /** @description Whether it was late. */
            late: boolean;
            light?: components["schemas"]["Light"] | null;
            /**
             * Format: date
             * @description The first deadline.
             */
            original_due_date: string;
            /**
             * Format: int32
             * @description Of how many working days overdue somebody was told.
             */
            overdue_noted: number;
            /** @description Whether it reaches into a year whose calendar isn't published yet. */
            provisional: boolean;
            received_at?: components["schemas"]["At"] | null;
            /**
             * Format: date
             * @description By when the unit may return it; none where it may not.
             */
            return_by?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["AssignmentState"];
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
            /** @description Under which work order. */
            work_order: components["schemas"]["WorkOrderId"];
        };
        /**
         * Format: date-time
         * @example 2021-09-01T09:30:00+08:00
         */
        At: string;
        /** @description What adding an attachment answers. */
        AttachmentReceipt: components["schemas"]["Receipt"] & {
            /**
             * Format: int64
             * @description The attachment, by the place of its event in the case's history.
             */
            attachment: number;
        };
        /** @description A file that goes with a case. */
        AttachmentView: {
            /** @description When it was added. */
            added_at: components["schemas"]["At"];
            /** @description Who added it. */
            added_by: components["schemas"]["UserId"];
            /** @description That person's name. */
            added_by_name?: string | null;
            /** @description What it shows, for who may open it. */
            description?: string | null;
            /** @description The digest of its content. */
            digest: string;
            /** @description What it is, by its content. */
            kind: components["schemas"]["FileKind"];
            /** @description Whether the asker may open it. */
            may_open: boolean;
            /** @description Its media type. */
            media_type: string;
            /** @description Its name; masked but for its ending for who may not open it; none once purged. */
            name?: string | null;
            purged_at?: components["schemas"]["At"] | null;
            /**
             * Format: int64
             * @description What it is called by within its case: the place of its event in the history.
             */
            seq: number;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            size: number;
            unit?: components["schemas"]["UnitName"] | null;
        };
        /**
         * @description 尝试不计入的原因
         * @enum {string}
         */
        AttemptFault: "before_result" | "outside_hours" | "too_soon";
        /** @description Calls in vain, where it depends on them whether the result may be verified without the reporter. */
        AttemptsView: {
            /** @description How many count. */
            counted: number;
            /** @description How many more are needed at least. */
            missing: number;
            /** @description On how many more dates. */
            missing_dates: number;
        };
        /** @description One year of the calendar, and how things stand with it as a whole. */
        Calendar: {
            arrangement?: components["schemas"]["CalendarYear"] | null;
            /** @description The name of the version in force, which deadlines keep. */
            calendar_version: string;
            /** @description All its days. */
            days: components["schemas"]["CalendarDay"][];
            /**
             * Format: int64
             * @description How many days are left until then.
             */
            days_left: number;
            /**
             * Format: date
             * @description The first date covered.
             */
            first_day: string;
            /**
             * Format: date
             * @description The last date published; deadlines after it are provisional.
             */
            published_until: string;
            /** @description Whether so few are left (under 60) that the next year's notice is missed. */
            runs_out: boolean;
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
            /**
             * Format: int32
             * @description The year shown.
             */
            year: number;
        };
        /** @description One day of a year, as the calendar has it. */
        CalendarDay: {
            /**
             * Format: date
             * @description The day, Asia/Shanghai.
             */
            date: string;
            /** @description The holiday it belongs to or makes up for. */
            holiday?: string | null;
            /** @description The number of the notice that says so. */
            notice?: string | null;
            /** @description Whether its year's notice isn't published yet. */
            provisional: boolean;
            /** @description Why it is worked or not. */
            reason: components["schemas"]["DayReason"];
            /** @description The same in Chinese. */
            reason_label: string;
            /**
             * Format: int32
             * @description Its weekday: 1 is Monday, 7 is Sunday.
             */
            weekday: number;
            /** @description Whether it is worked. */
            working: boolean;
        };
        /** @description What an import would do. */
        CalendarDryRun: {
            /** @description The days that would be worked instead of off, or off instead of worked. */
            days: components["schemas"]["ChangedDay"][];
            /** @description The open deadlines that would move, or be provisional no more, by number. */
            deadlines: components["schemas"]["DeadlineMove"][];
            /**
             * Format: int64
             * @description The version of the calendar that was looked at, for `If-Match`.
             */
            version: number;
        };
        /** @description A notice of the General Office of the State Council (放假调休通知), or the district's own order. */
        CalendarNotice: {
            /**
             * Format: date
             * @description The date it bears.
             */
            dated: string;
            /**
             * @description Who issued it; the State Council unless said otherwise.
             * @default state_council
             */
            issuer: components["schemas"]["Issuer"];
            /** @description Its number, such as `国办发明电〔2020〕27号`. */
            number: components["schemas"]["Line1To60"];
            /** @description Its title. */
            title: components["schemas"]["Line1To200"];
        };
        /** @description A version of the calendar. */
        CalendarVersion: {
            /** @description Who imported it, or `system`. */
            imported_by: components["schemas"]["UserId"];
            /** @description That person's name. */
            imported_by_name?: string | null;
            /** @description Whether it is in force. */
            in_force: boolean;
            /** @description Its name; deadlines keep the one they were reckoned by. */
            name: string;
            /** @description The notices that brought it; none for the first version. */
            notices: components["schemas"]["CalendarNotice"][];
            /** @description Since when it is, or from when it was. */
            since: components["schemas"]["At"];
            /**
             * Format: int32
             * @description The year that it arranges anew; none for the first version.
             */
            year?: number | null;
        };
        /** @description All versions of the calendar. */
        CalendarVersions: {
            /** @description The one in force first. */
            items: components["schemas"]["CalendarVersion"][];
        };
        /** @description One year's arrangement, as it stands after all of the year's notices. */
        CalendarYear: {
            /** @description The days off, weekend days of a holiday included. */
            days_off: components["schemas"]["DayOff"][];
            /** @description The weekend days that are worked. */
            make_up_days: components["schemas"]["MakeUpDay"][];
            /** @description The notices, the first one first. */
            notices: components["schemas"]["CalendarNotice"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description 召集: the notice; given again, it replaces the first (改期). */
        CallMeeting: {
            /**
             * Format: date-time
             * @description When the meeting begins; in the future.
             */
            begins_at: string;
            /** @description What they are to read. */
            materials?: components["schemas"]["Text1To4000"][];
            /** @description Where. */
            place: components["schemas"]["Line1To200"];
            /** @description The units invited. */
            units: components["schemas"]["UnitId"][];
        };
        /** @description A call to the reporter. */
        CallbackView: {
            /** @description Who called. */
            by: components["schemas"]["UserId"];
            /** @description The caller's name. */
            by_name?: string | null;
            /** @description When. */
            called_at: components["schemas"]["At"];
            /** @description Opinions and wishes. */
            opinion?: string | null;
            /** @description Whether the reporter was reached. */
            reached: boolean;
            satisfaction?: components["schemas"]["Satisfaction"] | null;
            /** @description Whether it is the reporter's own signed answer. */
            signed: boolean;
            /** @description What the reporter says. */
            solved?: boolean | null;
            /** @description Whether it was a spot call of the supervisor. */
            spot: boolean;
            uncounted?: components["schemas"]["AttemptFault"] | null;
        };
        /** @description The notice by which a meeting was called. */
        CalledView: {
            /** @description When it was given. */
            at: components["schemas"]["At"];
            /** @description For when. */
            begins_at: components["schemas"]["At"];
            /** @description What they are to read. */
            materials: string[];
            /** @description Where. */
            place?: string | null;
            /** @description The units invited. */
            units: components["schemas"]["UnitName"][];
        };
        /** @description 取消: the sheet goes no further; its cases wait for another. */
        Cancel: {
            /** @description Why. */
            reason: components["schemas"]["Text1To1000"];
        };
        /** @description 取消: the meeting isn't held; its cases wait for another. */
        CancelMeeting: {
            /** @description Why. */
            reason: components["schemas"]["Text1To1000"];
        };
        /**
         * @description 事项命令
         * @enum {string}
         */
        CaseAction: "register" | "correct" | "add_material" | "correct_contact" | "note" | "add_attachment" | "purge_classified" | "request_opinion" | "give_opinion" | "decline_opinion" | "recall_opinion" | "accept" | "close_out_of_scope" | "explain" | "solve_on_the_spot" | "pass_on" | "dispatch" | "receive" | "give_co_opinion" | "give_feedback" | "record_callback" | "verify_solved" | "send_back" | "raise" | "report_coordinated" | "hand_over" | "return_to_intake" | "hand_over_sector" | "rule_sector" | "return" | "rule" | "add_co" | "request_extension" | "decide_extension" | "request_coordination" | "refuse_coordination" | "withdraw" | "close_duplicate" | "close_unsolved" | "answer" | "rate" | "answer_dissatisfaction" | "request_reopen" | "reopen" | "refuse_reopen" | "propose_meeting" | "submit_to_meeting" | "remand" | "request_referral" | "refer_up" | "refuse_referral" | "record_reply" | "recall_referral";
        CaseId: string;
        /** @description What a joint meeting decided. */
        CaseResolutionView: {
            /** @description When it was signed. */
            at: components["schemas"]["At"];
            /** @description Whether the leading group decided. */
            decided_by_leading_group: boolean;
            /** @description The decision in words. */
            decision?: string | null;
            /** @description What was decided. */
            disposition: components["schemas"]["Disposition"];
            /** @description The meeting. */
            meeting: components["schemas"]["MeetingId"];
            /** @description Its number. */
            meeting_number: components["schemas"]["Number"];
            /** @description Whether like cases are to be settled alike. */
            precedent: boolean;
        };
        /**
         * @description 事项状态
         * @enum {string}
         */
        CaseState: "registered" | "under_review" | "accepted" | "awaiting_dispatch" | "in_progress" | "awaiting_verification" | "under_coordination" | "awaiting_joint_meeting" | "referred_up" | "closed";
        /** @description A case in a list. */
        CaseSummary: {
            /** @description 受理时间. */
            accepted_at: components["schemas"]["At"];
            cause?: components["schemas"]["CauseId"] | null;
            /** @description The channel. */
            channel: components["schemas"]["Channel"];
            closed_at?: components["schemas"]["At"] | null;
            /**
             * Format: int64
             * @description Working days left after today; of what is overdue those gone by, negative.
             */
            days_left?: number | null;
            /**
             * Format: date
             * @description The deadline's day.
             */
            due_date?: string | null;
            holder_unit?: components["schemas"]["UnitName"] | null;
            /** @description The identifier. */
            id: components["schemas"]["CaseId"];
            level?: components["schemas"]["ResponseLevel"] | null;
            light?: components["schemas"]["Light"] | null;
            main_unit?: components["schemas"]["UnitName"] | null;
            /** @description 事项名称. */
            matter_name: string;
            meeting?: components["schemas"]["MeetingId"] | null;
            /** @description 是否需要市级部门协调解决. */
            needs_municipal_coordination: boolean;
            /** @description The number. */
            number: components["schemas"]["Number"];
            outcome?: components["schemas"]["Outcome"] | null;
            /** @description Whether the deadline is provisional. */
            provisional: boolean;
            read_until?: components["schemas"]["At"] | null;
            /** @description Who reported. */
            reporter: components["schemas"]["ReporterSummary"];
            /** @description The field. */
            sector: components["schemas"]["Sector"];
            /**
             * Format: int32
             * @description How often verification sent it back (退回重办).
             */
            send_backs: number;
            /** @description Where it came in. */
            source_unit: components["schemas"]["UnitName"];
            /** @description Where it stands. */
            state: components["schemas"]["CaseState"];
            /**
             * Format: int64
             * @description The version.
             */
            version: number;
        };
        /** @description A case as the asker saw it. */
        CaseVersion: {
            /** @description The case. */
            id: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description One case. */
        CaseView: {
            /** @description 受理时间. */
            accepted_at: components["schemas"]["At"];
            /** @description What the asker may do now, and why not the rest. */
            allowed_actions: components["schemas"]["AllowedAction"][];
            /** @description Units' shares. */
            assignments: components["schemas"]["AssignmentView"][];
            /** @description Files that go with it, in the order in which they came. */
            attachments: components["schemas"]["AttachmentView"][];
            attempts?: components["schemas"]["AttemptsView"] | null;
            bound_to?: components["schemas"]["UnitName"] | null;
            butler_unit?: components["schemas"]["UnitName"] | null;
            /** @description Calls to the reporter. */
            callbacks: components["schemas"]["CallbackView"][];
            cause?: components["schemas"]["CauseId"] | null;
            /** @description The channel. */
            channel: components["schemas"]["Channel"];
            closed?: components["schemas"]["ClosedView"] | null;
            contacted_at?: components["schemas"]["At"] | null;
            coordination_request?: components["schemas"]["RequestView"] | null;
            /** @description 经办时长: the parts sum to the case's working age. */
            custody: components["schemas"]["CustodyView"][];
            /**
             * Format: int64
             * @description Working days left after today; of what is overdue those gone by, negative.
             */
            days_left?: number | null;
            /** @description Passed on against a negative opinion. */
            disputed: boolean;
            dissatisfaction?: components["schemas"]["DissatisfactionView"] | null;
            /**
             * Format: date
             * @description The deadline's day that binds now.
             */
            due_date?: string | null;
            /** @description 未办成情形. */
            failure: components["schemas"]["Failure"];
            /** @description 未成功受理原因. */
            failure_reason?: string | null;
            feedback?: components["schemas"]["FeedbackView"] | null;
            /** @description The first level: what is asked for, what was decided. */
            first_level: components["schemas"]["FirstLevelView"];
            holder_unit?: components["schemas"]["UnitName"] | null;
            /** @description The identifier. */
            id: components["schemas"]["CaseId"];
            /** @description Why it was registered late. */
            late_reason?: string | null;
            level?: components["schemas"]["ResponseLevel"] | null;
            light?: components["schemas"]["Light"] | null;
            /** @description 事项名称. */
            matter_name: string;
            /** @description 是否需要市级部门协调解决. */
            needs_municipal_coordination: boolean;
            /** @description The number. */
            number: components["schemas"]["Number"];
            opinion_request?: components["schemas"]["OpinionRequestView"] | null;
            /** @description Conformity opinions given. */
            opinions: components["schemas"]["OpinionView"][];
            /** @description 存在问题. */
            problem?: string | null;
            /** @description Whether it is provisional. */
            provisional: boolean;
            /** @description The reporter's own ratings; the latest counts. */
            ratings: components["schemas"]["RatingView"][];
            read_until?: components["schemas"]["At"] | null;
            /** @description Whose intake screens it. */
            receiving_unit: components["schemas"]["UnitName"];
            /** @description When. */
            registered_at: components["schemas"]["At"];
            /** @description Who registered it. */
            registered_by: components["schemas"]["UserId"];
            reopen_request?: components["schemas"]["RequestView"] | null;
            /**
             * Format: int32
             * @description How often it was reopened.
             */
            reopened: number;
            repeat_of?: components["schemas"]["CaseId"] | null;
            /** @description Who reported. */
            reporter: components["schemas"]["ReporterView"];
            /** @description Units that declined or returned it. */
            returned_by: components["schemas"]["UnitName"][];
            /** @description What of the reporter the asker may be shown in the clear now, by `reveal`. */
            revealable: components["schemas"]["PersonalField"][];
            /** @description Rulings whose business it is. */
            rulings: components["schemas"]["RulingView"][];
            /** @description The field. */
            sector: components["schemas"]["Sector"];
            /**
             * Format: int32
             * @description How often verification failed.
             */
            send_backs: number;
            /** @description Where it came in. */
            source_unit: components["schemas"]["UnitName"];
            /** @description Where it stands. */
            state: components["schemas"]["CaseState"];
            /** @description Targets that ran or run: contact, dispatch, verification. */
            targets: components["schemas"]["TargetView"][];
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
            work_order?: components["schemas"]["WorkOrderId"] | null;
        };
        /** @description Cases of one person or organisation. */
        CasesFound: {
            /** @description The newest first. */
            items: components["schemas"]["CaseSummary"][];
        };
        /** @description One cause. */
        Cause: {
            /** @description Its code: lower-case letters, digits and `_`; it never changes. */
            id: components["schemas"]["CauseId"];
            /** @description Its name. */
            name: components["schemas"]["Line1To20"];
            /** @description Whether it is no longer given as a cause; cases that have it keep it. */
            retired?: boolean;
        };
        CauseId: string;
        /** @description All causes, in their order in lists. */
        Causes: components["schemas"]["Cause"][];
        /** @description 修改密码: one's own, by the old one. */
        ChangePassword: {
            /**
             * Format: password
             * @description The password from now on.
             */
            new_password: string;
            /**
             * Format: password
             * @description The password until now.
             */
            old_password: string;
        };
        /** @description 更改设置: some values, with the reason. */
        ChangeSettings: {
            /** @description Why, such as the document that orders it. */
            reason: components["schemas"]["Text1To500"];
            /** @description The new values. */
            values: components["schemas"]["NewSettings"];
        };
        /** @description 更改信息: name, telephone and home unit, all three as they shall be. */
        ChangeUser: {
            home_unit?: components["schemas"]["UnitId"] | null;
            /** @description The person's name. */
            name: components["schemas"]["Line1To50"];
            phone?: components["schemas"]["Line3To30"] | null;
        };
        /** @description A day that is worked by one version of the calendar and off by the other. */
        ChangedDay: {
            /** @description As it is by the newer one. */
            after: components["schemas"]["CalendarDay"];
            /** @description As it is by the older version. */
            before: components["schemas"]["CalendarDay"];
            /**
             * Format: date
             * @description The day.
             */
            date: string;
        };
        /**
         * @description 受理途径
         * @enum {string}
         */
        Channel: "district_hall" | "professional_hall" | "subdistrict_hall" | "unit" | "online_hall" | "suggestion_platform" | "butler" | "resident_butler";
        /** @description 重复件: the same reporter's same matter is dealt with under another number. */
        CloseDuplicate: {
            /** @description What the reporter was told. */
            answer: components["schemas"]["Text1To2000"];
            /** @description The number of the other case. */
            of: string;
        };
        /** @description 不属范围办结: outside the plan (plan §3), with a written reason and where to turn instead. */
        CloseOutOfScope: {
            /** @description The reason in words, as told to the reporter. */
            answer: components["schemas"]["Text1To2000"];
            /** @description Why it is outside. */
            reason: components["schemas"]["OutOfScope"];
            /** @description Where to turn instead. */
            where_to_turn: components["schemas"]["Text1To500"];
        };
        /** @description 撤销单位: it gets nothing new from now on. */
        CloseUnit: {
            /** @description Why, such as the document that orders it. */
            reason: components["schemas"]["Text1To500"];
            successor?: components["schemas"]["UnitId"] | null;
        };
        /** @description 未解决办结: said honestly, counted as not solved; only after coordination or a joint meeting. */
        CloseUnsolved: {
            /** @description The answer given to the reporter. */
            answer: components["schemas"]["Text1To4000"];
            cause?: components["schemas"]["CauseId"] | null;
            summary?: components["schemas"]["Text1To4000"] | null;
        };
        /** @description How the case was closed. */
        ClosedView: {
            /** @description The answer or finding. */
            answer?: string | null;
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description The outcome. */
            outcome: components["schemas"]["Outcome"];
            /** @description The provision cited in an explanation. */
            provision?: string | null;
            /** @description The summary of a business case. */
            summary?: string | null;
        };
        /** @description A co-handling unit. */
        CoUnitInput: {
            /** @description What it has to do. */
            task: components["schemas"]["Text1To1000"];
            /** @description The unit. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description A co unit and its part. */
        CoUnitView: {
            /** @description What it has to do. */
            task?: string | null;
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description 确认承办: by a handler of the unit, or by the drafter recording a telephone call. */
        Confirm: {
            /** @default null */
            telephone: components["schemas"]["TelephoneRecord"] | null;
        };
        /** @description How the unit confirmed. */
        ConfirmationView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description Who entered it. */
            by: components["schemas"]["UserId"];
            called_at?: components["schemas"]["At"] | null;
            /** @description With whom the drafter spoke. */
            spoke_with?: string | null;
        };
        /** @description 更正: any field while the case is at intake; old values stay in the log. Fields left out stay. */
        Correct: {
            /**
             * Format: date-time
             * @description 受理时间.
             * @default null
             */
            accepted_at: string | null;
            /** @default null */
            account: components["schemas"]["Text1To10000"] | null;
            /** @default null */
            cause: components["schemas"]["CauseId"] | null;
            /** @default null */
            channel: components["schemas"]["Channel"] | null;
            /** @default null */
            failure: components["schemas"]["Failure"] | null;
            /** @default null */
            failure_reason: components["schemas"]["Text1To2000"] | null;
            /** @default null */
            late_reason: components["schemas"]["Text1To500"] | null;
            /** @default null */
            matter_name: components["schemas"]["Line2To200"] | null;
            /**
             * @description 是否需要市级部门协调解决.
             * @default null
             */
            needs_municipal_coordination: boolean | null;
            /** @default null */
            problem: components["schemas"]["Text1To4000"] | null;
            /**
             * @description An earlier case of the same reporter and matter, by its number.
             * @default null
             */
            repeat_of: string | null;
            /** @default null */
            reporter: components["schemas"]["ReporterInput"] | null;
            /** @default null */
            sector: components["schemas"]["Sector"] | null;
            /** @default null */
            source_unit: components["schemas"]["UnitId"] | null;
        };
        /** @description 更正联系方式: the reporter's data as they are now, whole. */
        CorrectContact: {
            /** @description The reporter; kind and confidentiality stay as registered. */
            reporter: components["schemas"]["ReporterInput"];
        };
        /** @description Name and password. */
        Credentials: {
            /**
             * Format: password
             * @description The password.
             */
            password: string;
            /** @description The name to sign in with. */
            username: string;
        };
        /** @description 统一社会信用代码（GB 32100-2015），18位。小写字母、全角字符、空格和连字符会先行规范。 */
        CreditCode: string;
        /** @description Custody of cases, counted. */
        Custody: {
            /**
             * Format: int32
             * @description How many cases were held on some day of the period.
             */
            cases: number;
            /**
             * Format: int32
             * @description How many of these were open at its end, or are now where it hasn't ended.
             */
            open: number;
            /**
             * Format: int64
             * @description Working days of the period, summed over the cases.
             */
            working_days: number;
        };
        /** @description 经办时长 of a period by unit. */
        CustodyStatistics: {
            /** @description The version of the calendar by which days were counted, closed cases' too. */
            calendar: string;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description By unit, the longest first. */
            items: components["schemas"]["UnitCustody"][];
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            /** @description All together, each case once. */
            total: components["schemas"]["Custody"];
        };
        /** @description One holder's share of the time. */
        CustodyView: {
            /** @description The holder. */
            unit: components["schemas"]["UnitName"];
            /**
             * Format: int32
             * @description Working days at whose end the holder had the case.
             */
            working_days: number;
        };
        /** @description A day off by a notice. */
        DayOff: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description The holiday it belongs to, or what the district gives it for. */
            holiday: components["schemas"]["Line1To40"];
            /** @description Why it is off. */
            kind: components["schemas"]["HolidayKind"];
            /** @description The number of the notice that orders it. */
            notice: components["schemas"]["Line1To60"];
        };
        /**
         * @description Why a day counts or is skipped.
         * @enum {string}
         */
        DayReason: "working_day" | "make_up_day" | "weekend" | "holiday" | "start_day";
        /** @description A deadline that would move: nothing else of its case or work order. */
        DeadlineMove: {
            /**
             * Format: date
             * @description The day it has.
             */
            from: string;
            /** @description Which deadline. */
            kind: components["schemas"]["DueKind"];
            number?: components["schemas"]["Number"] | null;
            /** @description Whether it is provisional and wouldn't be any more. */
            settles: boolean;
            /**
             * Format: date
             * @description The day it would have.
             */
            to: string;
            /** @description The unit that has to keep it. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description A deadline as it would be set now. */
        DeadlineView: components["schemas"]["Reckoning"] & {
            /**
             * Format: int32
             * @description The hour at which the last day ends, Asia/Shanghai; 24 is the day's end.
             */
            closing_hour: number;
        };
        /**
         * @description 审批延期: by the lead, the third by the office; may come after the deadline. Refused, the
         *     original stands. The reporter is told.
         */
        DecideExtension: {
            /** @description Whether it is granted. */
            granted: boolean;
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
            reporter_told?: components["schemas"]["ToldBy"] | null;
            /** @description Whose request. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description 不予确认: it isn't the unit's business; counts as a return of each case. */
        Decline: {
            proposed_unit?: components["schemas"]["UnitId"] | null;
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description 不予判断: the unit asked says why it can't judge. */
        DeclineOpinion: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description A unit that declined. */
        DeclinedView: {
            /** @description When. */
            at: components["schemas"]["At"];
            proposed_unit?: components["schemas"]["UnitName"] | null;
            /** @description Why. */
            reason?: string | null;
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description The demo's accounts. */
        DemoAccounts: {
            /** @description One for each role, and more. */
            accounts: components["schemas"]["Account"][];
        };
        /** @description Every list of words with their labels. */
        Dictionary: {
            /** @description The enumerations. */
            words: components["schemas"]["WordList"][];
        };
        /** @description 停用: the person may no longer sign in; all sessions end. */
        DisableUser: {
            /** @description Why. */
            reason: components["schemas"]["Text1To500"];
        };
        /** @description 派发: without the unit's confirmation only with a reason. */
        Dispatch: {
            /** @default null */
            other_unit_reason: components["schemas"]["Text1To1000"] | null;
            /** @default null */
            unconfirmed_reason: components["schemas"]["Text1To1000"] | null;
        };
        /**
         * @description 议定去向
         * @enum {string}
         */
        Disposition: "assign" | "solved" | "refer_up" | "explain" | "unsolved" | "back_to_coordination" | "defer";
        /** @description A dissatisfied reporter to be answered, or answered. */
        DissatisfactionView: {
            /** @description The answer. */
            answer?: string | null;
            answered_at?: components["schemas"]["At"] | null;
            /**
             * Format: date
             * @description By when.
             */
            due_date: string;
        };
        /** @description 拟制: a sheet for 1 to 99 cases of one sector to one main unit (plan §5.2). */
        DraftSheet: {
            /** @description The cases, as the drafter saw them. */
            cases: components["schemas"]["CaseVersion"][];
            /** @description To whom, and by when. */
            to: components["schemas"]["Recipients"];
        };
        /**
         * @description 时限类别
         * @enum {string}
         */
        DueKind: "opinion" | "return" | "main" | "main_original" | "co" | "co_original" | "contact" | "dispatch" | "verification" | "confirmation" | "reopening" | "answer";
        /**
         * @description 领域职责
         * @enum {string}
         */
        Duty: "lead" | "coordination";
        /** @description 启用: a disabled person may sign in again, with the posts held before. */
        EnableUser: {
            /** @description Why. */
            reason: components["schemas"]["Text1To500"];
        };
        /**
         * @description Something that a role may do or not, whatever the case.
         * @enum {string}
         */
        Entry: "register_case" | "read_cases" | "read_precedents" | "read_workload" | "read_log" | "read_inbox" | "read_attachments" | "read_work_orders" | "draft_work_orders" | "read_meetings" | "run_meetings" | "read_policy_issues" | "report_policy_issues" | "reveal_personal" | "read_units" | "manage_units" | "read_users" | "manage_users" | "read_calendar" | "manage_calendar" | "read_settings" | "manage_settings" | "read_administration";
        /**
         * @description 事件类型
         * @enum {string}
         */
        EventType: "registered" | "corrected" | "material_added" | "contact_corrected" | "noted" | "attachment_added" | "classified_purged" | "opinion_requested" | "opinion_given" | "opinion_declined" | "opinion_recalled" | "accepted" | "closed_out_of_scope" | "explained" | "solved_on_the_spot" | "passed_on" | "put_on_sheet" | "taken_off_sheet" | "unit_declined" | "dispatched" | "received" | "co_opinion_given" | "fed_back" | "called_back" | "verified_solved" | "sent_back" | "raised" | "coordination_reported" | "handed_over" | "returned_to_intake" | "sector_handed_over" | "sector_ruled" | "returned" | "ruled" | "co_added" | "extension_requested" | "extension_decided" | "coordination_requested" | "coordination_refused" | "withdrawn" | "closed_duplicate" | "closed_unsolved" | "rated" | "dissatisfaction_answered" | "reopen_requested" | "reopen_refused" | "reopened" | "receipt_presumed" | "overdue_noted" | "target_missed" | "meeting_proposed" | "submitted_to_meeting" | "put_on_agenda" | "taken_off_agenda" | "resolved" | "remanded" | "referral_requested" | "referral_refused" | "referred_up" | "reply_recorded" | "referral_recalled" | "found_solved" | "deadlines_moved" | "confirmation_moved" | "duties_passed_on" | "sheet_passed_on" | "revealed" | "sheet_drafted" | "sheet_redrafted" | "case_added" | "case_removed" | "confirmation_asked" | "sheet_confirmed" | "confirmation_presumed" | "sheet_declined" | "sheet_dispatched" | "sheet_cancelled" | "case_ended" | "meeting_planned" | "agenda_added" | "agenda_removed" | "agenda_arranged" | "meeting_called" | "meeting_held" | "resolution_given" | "meeting_signed" | "meeting_cancelled" | "policy_issue_opened" | "policy_issue_reported" | "unit_created" | "unit_renamed" | "unit_placed" | "duty_taken_over" | "duty_given_up" | "unit_closed" | "user_created" | "user_changed" | "post_given" | "post_taken" | "user_disabled" | "user_enabled" | "password_reset" | "password_changed" | "settings_changed" | "calendar_entered" | "calendar_imported";
        /**
         * @description 解释说明办结: the request contradicts or doesn't meet a rule, which is cited and explained
         *     (plan A1: 向企业做好解释工作).
         */
        Explain: {
            /** @description The explanation as given to the reporter. */
            answer: components["schemas"]["Text1To4000"];
            cause?: components["schemas"]["CauseId"] | null;
            /** @description The provision, cited. */
            provision: components["schemas"]["Text1To2000"];
        };
        /** @description 延期申请, not decided yet. */
        ExtensionRequestView: {
            /** @description When it was asked. */
            at: components["schemas"]["At"];
            /** @description Who decides. */
            decider: components["schemas"]["UnitName"];
            /** @description Why. */
            reason?: string | null;
            /**
             * Format: date
             * @description The completion date proposed.
             */
            until: string;
        };
        /**
         * @description 未办成情形
         * @enum {string}
         */
        Failure: "not_accepted" | "not_approved" | "repeatedly_unsolved";
        /** @description What was fed back. */
        FeedbackView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description What was done. */
            done?: string | null;
            /** @description The evidence. */
            evidence?: string | null;
            /** @description Whether it was late. */
            late: boolean;
            /** @description Co units whose opinion was missing. */
            missing_co: components["schemas"]["UnitName"][];
            /** @description Whether the unit says that it is solved. */
            solved: boolean;
            /** @description Where it comes from. */
            source: components["schemas"]["ResultSource"];
            /** @description By which unit. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description One field that is wrong, by its path in the body or its query parameter's name. */
        FieldError: {
            /** @description What is wrong, in Chinese. */
            message: string;
            /** @description The path, such as `reporter.phone`. */
            path: string;
        };
        /**
         * @description 附件类型
         * @enum {string}
         */
        FileKind: "pdf" | "jpeg" | "png" | "webp" | "heic" | "doc" | "docx" | "xls" | "xlsx" | "ofd" | "text";
        /** @description What is about to be registered. */
        FindRepeats: {
            /** @description 事项名称. */
            matter_name: components["schemas"]["Line2To200"];
            /** @description 存在问题. */
            problem: components["schemas"]["Text1To4000"];
            /** @description Who reports. */
            reporter: components["schemas"]["RepeatReporter"];
        };
        /** @description A case at the first level. */
        FirstLevelView: {
            meeting?: components["schemas"]["MeetingId"] | null;
            meeting_proposal?: components["schemas"]["RequestView"] | null;
            referral_request?: components["schemas"]["RequestView"] | null;
            /** @description Referrals, oldest first. */
            referrals: components["schemas"]["ReferralView"][];
            /** @description What meetings decided, oldest first. */
            resolutions: components["schemas"]["CaseResolutionView"][];
            submission?: components["schemas"]["SubmissionView"] | null;
        };
        /** @description 提交协办意见: a co unit's part is done. */
        GiveCoOpinion: {
            /** @description The opinion, or what was done. */
            opinion: components["schemas"]["Text1To4000"];
        };
        /** @description 反馈结果: the main unit reports solved or not, and what was done (plan §5.3, A2: 以书面形式反馈). */
        GiveFeedback: {
            /** @description The cause found. */
            cause: components["schemas"]["CauseId"];
            /** @description 整改落实情况: what was done. */
            done: components["schemas"]["Text1To4000"];
            evidence?: components["schemas"]["Text1To4000"] | null;
            /** @description Whether the problem is solved. */
            solved: boolean;
        };
        /** @description 作出符合性判断. A negative one binds nobody: the case may be passed on as disputed. */
        GiveOpinion: {
            /** @description Whether the request conforms to law and policy. */
            conforms: boolean;
            /** @description The provision, cited. */
            provision: components["schemas"]["Text1To2000"];
            reason?: components["schemas"]["Text1To2000"] | null;
        };
        /** @description 授予岗位: one role in one unit. */
        GivePost: {
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description The unit it is to be held in. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description 卸任协调: the sector's lead coordinates from now on. A lead can't step down without a successor. */
        GiveUp: {
            /** @description Why, such as the document that orders it. */
            reason: components["schemas"]["Text1To500"];
        };
        /** @description 移交: to another window or butler. */
        HandOver: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
            /** @description The window's or butler's unit. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description 移交领域: it belongs to the other sector; once. */
        HandOverSector: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description How the service is. */
        Health: {
            /** @description `alive` or `ready`. */
            status: string;
        };
        /** @description How a meeting was held. */
        HeldView: {
            /** @description Who attended. */
            attendance?: string | null;
            /** @description When. */
            held_at: components["schemas"]["At"];
            /** @description The units that attended. */
            units: components["schemas"]["UnitName"][];
        };
        /** @description The list of a stream's events. */
        History: {
            /** @description Oldest first. */
            items: components["schemas"]["HistoryItem"][];
        };
        /** @description Who gave a command. */
        HistoryActor: {
            /** @description Who, or `system`. */
            id: components["schemas"]["UserId"];
            /** @description The person's name. */
            name?: string | null;
            role?: components["schemas"]["Role"] | null;
            unit?: components["schemas"]["UnitName"] | null;
        };
        /** @description One event. */
        HistoryItem: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description Who. */
            by: components["schemas"]["HistoryActor"];
            /** @description What: the event's data, as the log keeps them. */
            data: Record<string, never>;
            /** @description The hash of the event as stored, which the next one carries. */
            hash: string;
            /** @description Its Chinese label. */
            label: string;
            /** @description The names of its personal parts, which only `reveal` shows. */
            personal: string[];
            /**
             * Format: int64
             * @description Its place in the stream, from 1.
             */
            seq: number;
            /** @description Its texts, by name; erased ones are left out. */
            texts: {
                [key: string]: string;
            };
            /** @description Its type. */
            type: components["schemas"]["EventType"];
        };
        /** @description 召开: that the meeting was held, and who came. */
        HoldMeeting: {
            attendance?: components["schemas"]["Text1To2000"] | null;
            /**
             * Format: date-time
             * @description When; not in the future, not before the notice.
             */
            held_at: string;
            /** @description The units that attended. */
            units: components["schemas"]["UnitId"][];
        };
        /**
         * @description Where the cut-off goes in a week whose Friday isn't worked (setting `holiday_friday`).
         * @enum {string}
         */
        HolidayFriday: "previous" | "next";
        /**
         * @description Why a day of a holiday is off.
         * @enum {string}
         */
        HolidayKind: "statutory" | "adjusted_rest" | "extension" | "weekend" | "district";
        /** @description 公民身份号码（GB 11643-1999），18位。小写x、全角字符、空格和连字符会先行规范。 */
        IdNumber: string;
        /** @description What an import answers. */
        ImportReceipt: components["schemas"]["Receipt"] & {
            /** @description How many open deadlines this request has moved or settled; none when it is repeated. */
            deadlines_moved: number;
        };
        /** @description Open cases in one state. */
        InState: components["schemas"]["Lights"] & {
            /** @description The state. */
            state: components["schemas"]["CaseState"];
        };
        /** @description What waits in all. */
        InboxCounts: {
            /** @description By kind, every kind of the role. */
            kinds: components["schemas"]["TaskCount"][];
            /** @description Work orders that the unit is asked to confirm. */
            to_confirm: components["schemas"]["SheetSummary"][];
        };
        /**
         * @description 退回受理情形
         * @enum {string}
         */
        IntakeReturn: "too_simple" | "facts_missing";
        /**
         * @description Who says which days are worked.
         * @enum {string}
         */
        Issuer: "state_council" | "district";
        /**
         * @description 时限灯
         * @enum {string}
         */
        Light: "green" | "amber" | "red";
        /** @description So many, and in which light; those without a deadline stand in no light. */
        Lights: {
            /**
             * Format: int32
             * @description Near it.
             */
            amber: number;
            /**
             * Format: int32
             * @description With time left.
             */
            green: number;
            /**
             * Format: int32
             * @description Past their deadline.
             */
            red: number;
            /**
             * Format: int32
             * @description All.
             */
            total: number;
        };
        /** @description An earlier case that is likely the same; nothing else of it is told. */
        LikelyRepeat: {
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description Where it stands. */
            state: components["schemas"]["CaseState"];
            unit?: components["schemas"]["UnitName"] | null;
        };
        /** @description Cases that are likely the same. */
        LikelyRepeats: {
            /** @description The likeliest first, at most 10. */
            items: components["schemas"]["LikelyRepeat"][];
        };
        Line1To100: string;
        Line1To20: string;
        Line1To200: string;
        Line1To40: string;
        Line1To50: string;
        Line1To60: string;
        Line2To100: string;
        Line2To200: string;
        Line2To60: string;
        Line3To30: string;
        Line8To8: string;
        /** @description One event of the log, without its texts, which stand in the history of what it happened to. */
        LogItem: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description Who. */
            by: components["schemas"]["HistoryActor"];
            /** @description The hash of the event as stored. */
            hash: string;
            /** @description The identifier of that. */
            id: string;
            /** @description Its Chinese label. */
            label: string;
            /**
             * Format: int64
             * @description Its place in the log.
             */
            log_index: number;
            /** @description What it happened to. */
            noun: components["schemas"]["Noun"];
            number?: components["schemas"]["Number"] | null;
            /**
             * Format: int64
             * @description Its place in the history of that, from 1.
             */
            seq: number;
            /** @description Its type. */
            type: components["schemas"]["EventType"];
        };
        /** @description A weekend day that a notice makes a working day (补班). */
        MakeUpDay: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description The holiday it makes up for. */
            for: components["schemas"]["Line1To40"];
            /** @description The number of the notice that orders it. */
            notice: components["schemas"]["Line1To60"];
        };
        /** @description A matter that people came with. */
        Matter: {
            /** @description In how many of the latest cases. */
            cases: number;
            /** @description 事项名称. */
            name: string;
        };
        /** @description Matters that people came with. */
        Matters: {
            /** @description The most frequent first. */
            items: components["schemas"]["Matter"][];
        };
        /** @description Who I am, what I act as, and what else I could act as. */
        Me: {
            /** @description The post acted in. */
            acting: components["schemas"]["PostView"];
            /** @description What may be done in that post, whatever the case; what may be done with a case, it says itself. */
            may: components["schemas"]["Entry"][];
            /** @description Whether somebody else chose the password: nothing else may be done before it is changed. */
            must_change_password: boolean;
            /** @description All posts held. */
            posts: components["schemas"]["PostView"][];
            /** @description The person. */
            user: components["schemas"]["Person"];
        };
        /**
         * @description 联席会命令
         * @enum {string}
         */
        MeetingAction: "plan" | "add_cases" | "remove_case" | "arrange" | "call" | "hold" | "resolve" | "sign" | "cancel";
        MeetingId: string;
        /**
         * @description 联席会状态
         * @enum {string}
         */
        MeetingState: "planned" | "called" | "held" | "signed" | "cancelled";
        /** @description A joint meeting in a list. */
        MeetingSummary: {
            begins_at?: components["schemas"]["At"] | null;
            /**
             * Format: int32
             * @description How many cases.
             */
            cases: number;
            /** @description The identifier. */
            id: components["schemas"]["MeetingId"];
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description When it was planned. */
            planned_at: components["schemas"]["At"];
            signed_at?: components["schemas"]["At"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["MeetingState"];
            /** @description What it is about. */
            subject?: string | null;
            /**
             * Format: int64
             * @description The version.
             */
            version: number;
        };
        /** @description One joint meeting. */
        MeetingView: {
            /** @description Its cases: all of them for the units invited, else those that the asker may see. */
            agenda: components["schemas"]["AgendaItemView"][];
            /** @description What the asker may do now, and why not the rest. */
            allowed_actions: components["schemas"]["AllowedMeetingAction"][];
            called?: components["schemas"]["CalledView"] | null;
            /** @description Why it was cancelled. */
            cancelled_reason?: string | null;
            held?: components["schemas"]["HeldView"] | null;
            /** @description The identifier. */
            id: components["schemas"]["MeetingId"];
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description When it was planned. */
            planned_at: components["schemas"]["At"];
            /** @description Who planned it. */
            planned_by: components["schemas"]["UserId"];
            /** @description The planner's name. */
            planned_by_name?: string | null;
            signed_at?: components["schemas"]["At"] | null;
            signed_by?: components["schemas"]["UserId"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["MeetingState"];
            /** @description What it is about. */
            subject?: string | null;
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
        };
        /**
         * @description New values of some settings; the others stay. Periods are in working days unless said
         *     otherwise.
         */
        NewSettings: {
            /**
             * @description How many attempts to reach the reporter suffice.
             * @default null
             */
            callback_attempts: number | null;
            /**
             * @description Dates on which attempts must have been made, no more than attempts.
             * @default null
             */
            callback_dates: number | null;
            /**
             * Format: int32
             * @description The hour of the day, Asia/Shanghai, from which an attempt counts.
             * @default null
             */
            callback_from_hour: number | null;
            /**
             * Format: int64
             * @description Hours between two attempts that count.
             * @default null
             */
            callback_gap_hours: number | null;
            /**
             * Format: int32
             * @description The hour of the day, Asia/Shanghai, from which an attempt doesn't count any more.
             * @default null
             */
            callback_until_hour: number | null;
            /** @default null */
            causes: components["schemas"]["Causes"] | null;
            /**
             * Format: int32
             * @description The hour at which the last day of a deadline ends, Asia/Shanghai (民法典第203条: 24).
             * @default null
             */
            closing_hour: number | null;
            /**
             * Format: int32
             * @description A co unit's period from dispatch, never after the main's.
             * @default null
             */
            co_days: number | null;
            /**
             * Format: int32
             * @description After how long the silence of a unit asked to confirm a work order confirms it.
             * @default null
             */
            confirmation_days: number | null;
            /**
             * Format: int32
             * @description The target for the first contact with the reporter, from dispatch; shown, not binding.
             * @default null
             */
            contact_target_days: number | null;
            /**
             * Format: int32
             * @description The target for dispatch, from `pass_on`; shown, not binding.
             * @default null
             */
            dispatch_target_days: number | null;
            /**
             * Format: int32
             * @description Within how long a dissatisfied reporter is answered.
             * @default null
             */
            dissatisfaction_days: number | null;
            /**
             * Format: int32
             * @description How many extensions of one assignment the lead decides; further ones are the office's.
             * @default null
             */
            extensions_by_lead: number | null;
            /** @default null */
            holiday_friday: components["schemas"]["HolidayFriday"] | null;
            /**
             * Format: int32
             * @description How far 受理时间 may precede registration.
             * @default null
             */
            late_registration_days: number | null;
            /**
             * Format: int32
             * @description After how long overdue the supervisor is told, later than unit head and lead.
             * @default null
             */
            long_overdue_days: number | null;
            /**
             * Format: int32
             * @description The main unit's period from dispatch (plan §5.3: 一般应在5个工作日内解决).
             * @default null
             */
            main_days: number | null;
            /**
             * Format: int64
             * @description How large an attachment may be, in MiB.
             * @default null
             */
            max_attachment_mib: number | null;
            /**
             * @description How many attachments a case may have; purged ones don't count.
             * @default null
             */
            max_attachments: number | null;
            /**
             * @description How many cases one work order may carry (plan A2: the form has two digits).
             * @default null
             */
            max_cases_on_sheet: number | null;
            /**
             * Format: int32
             * @description How many returns a case may have before the lead must rule.
             * @default null
             */
            max_returns: number | null;
            /**
             * Format: int32
             * @description How often a verifier may send a case back; then it is raised.
             * @default null
             */
            max_send_backs: number | null;
            /** @default null */
            online_hall_sector: components["schemas"]["Sector"] | null;
            /** @default null */
            online_hall_unit: components["schemas"]["UnitId"] | null;
            /**
             * Format: int32
             * @description The period of a conformity opinion.
             * @default null
             */
            opinion_days: number | null;
            /**
             * Format: int32
             * @description After how long overdue unit head and lead are told.
             * @default null
             */
            overdue_days: number | null;
            /**
             * Format: int32
             * @description Within how long a request to reopen is answered, and how long a closing may be reopened unasked.
             * @default null
             */
            reopen_answer_days: number | null;
            /**
             * Format: int32
             * @description How long after closing a reporter may ask to reopen, in calendar days.
             * @default null
             */
            reopen_window_days: number | null;
            /**
             * Format: int32
             * @description How long personal data are kept after closing, in years.
             * @default null
             */
            retention_years: number | null;
            /**
             * Format: int32
             * @description Until when a unit may return a case, counted from dispatch; then silence is receipt.
             * @default null
             */
            return_days: number | null;
            /**
             * Format: int32
             * @description The new period after a failed verification.
             * @default null
             */
            rework_days: number | null;
            /**
             * Format: int32
             * @description Within how long the lead rules after the second return.
             * @default null
             */
            ruling_days: number | null;
            /** @default null */
            suggestion_platform_sector: components["schemas"]["Sector"] | null;
            /** @default null */
            suggestion_platform_unit: components["schemas"]["UnitId"] | null;
            /**
             * Format: int32
             * @description The target for verification, from feedback; shown, not binding.
             * @default null
             */
            verification_target_days: number | null;
        };
        /** @description A new unit. */
        NewUnit: {
            coordinates?: components["schemas"]["Sector"] | null;
            /** @description Its full name. */
            full_name: components["schemas"]["Line1To100"];
            /**
             * @description Its code: lower-case letters, digits and `_`; it never changes.
             * @example qzwfwj
             */
            id: string;
            /** @description What kind of body it is. */
            kind: components["schemas"]["UnitKind"];
            leads?: components["schemas"]["Sector"] | null;
            /** @description Its short name. */
            name: components["schemas"]["Line1To40"];
            parent?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int64
             * @description Its place in lists.
             */
            rank?: number;
        };
        /** @description A new user as an administrator enters it. */
        NewUser: {
            home_unit?: components["schemas"]["UnitId"] | null;
            /** @description The person's name. */
            name: components["schemas"]["Line1To50"];
            /**
             * Format: password
             * @description The first password, which the person must change before anything else.
             */
            password: string;
            phone?: components["schemas"]["Line3To30"] | null;
            /** @description The roles held. */
            posts: components["schemas"]["Post"][];
            /** @description The name to sign in with: lower-case letters, digits, `.`, `_`, `-`. */
            username: string;
        };
        /** @description 记事: a note for the file; kind `contacted` records the first contact with the reporter. */
        Note: {
            /** @description What it records. */
            kind: components["schemas"]["NoteKind"];
            /** @description The note. 涉密材料请勿在网上提交. */
            text: components["schemas"]["Text1To4000"];
        };
        /**
         * @description 记事类别
         * @enum {string}
         */
        NoteKind: "general" | "contacted";
        /** @description What a post was told. */
        Notice: {
            /** @description When. */
            at: components["schemas"]["At"];
            case?: components["schemas"]["CaseId"] | null;
            /**
             * Format: date
             * @description The deadline that it sets or recalls; the day of a meeting.
             */
            due_date?: string | null;
            /** @description The identifier. */
            id: components["schemas"]["NoticeId"];
            /** @description Of what. */
            kind: components["schemas"]["NoticeKind"];
            /** @description Its Chinese label. */
            label: string;
            /** @description 事项名称, of a case. */
            matter_name?: string | null;
            meeting?: components["schemas"]["MeetingId"] | null;
            /** @description The number of the case, work order or meeting. */
            number: components["schemas"]["Number"];
            /** @description Whether the asker has read it. */
            read: boolean;
            /**
             * @description What it says, in Chinese.
             * @example 2021-0001 已派发至贵单位，请于9月8日（含）前办结
             */
            text: string;
            work_order?: components["schemas"]["WorkOrderId"] | null;
        };
        NoticeId: string;
        /**
         * @description 通知类别
         * @enum {string}
         */
        NoticeKind: "to_screen" | "opinion_requested" | "opinion_answered" | "opinion_recalled" | "to_dispatch" | "to_rule" | "to_confirm" | "sheet_confirmed" | "sheet_declined" | "sheet_cancelled" | "dispatched" | "co_dispatched" | "returned" | "co_returned" | "receipt_presumed" | "co_opinion_given" | "to_decide_extension" | "extension_granted" | "extension_refused" | "to_decide_coordination" | "coordination_refused" | "overdue" | "long_overdue" | "to_verify" | "sent_back" | "to_coordinate" | "assignment_ended" | "spot_call_unsolved" | "to_answer" | "closed" | "to_decide_reopen" | "reopen_refused" | "reopened" | "to_submit" | "to_meet" | "to_decide_referral" | "referral_refused" | "referred_up" | "deadline_moved" | "meeting_called" | "meeting_cancelled" | "amber";
        /** @description A page of notices. */
        NoticePage: {
            /** @description The latest first. */
            items: components["schemas"]["Notice"][];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many the asker hasn't read, on whatever page; 100 stands for 100 or more.
             */
            unread: number;
        };
        /**
         * @description 对象
         * @enum {string}
         */
        Noun: "case" | "work_order" | "meeting" | "policy_issue" | "unit" | "user" | "calendar" | "settings";
        /** @example 2021-0001 */
        Number: string;
        /** @description Open cases of one response level. */
        OfLevel: components["schemas"]["Lights"] & {
            level?: components["schemas"]["ResponseLevel"] | null;
        };
        /** @description Open cases of one sector. */
        OfSector: components["schemas"]["Lights"] & {
            /** @description The sector. */
            sector: components["schemas"]["Sector"];
        };
        /** @description A conformity opinion asked for. */
        OpinionRequestView: {
            /** @description The unit that asked. */
            asked_by: components["schemas"]["UnitName"];
            /**
             * Format: date
             * @description By when.
             */
            due_date: string;
            /** @description The question. */
            question?: string | null;
            /** @description The unit asked. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description A conformity opinion given. */
        OpinionView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description Whether the request conforms. */
            conforms: boolean;
            /** @description The provision cited. */
            provision?: string | null;
            /** @description Whose. */
            unit: components["schemas"]["UnitName"];
        };
        /**
         * @description 不属范围情形
         * @enum {string}
         */
        OutOfScope: "law_enforcement" | "litigation" | "petition" | "no_application_matter" | "other_district";
        /**
         * @description 办理结果
         * @enum {string}
         */
        Outcome: "solved" | "explained" | "unsolved" | "out_of_scope" | "duplicate" | "withdrawn";
        /** @description The open cases that the asker may see. */
        Overview: {
            /** @description When this was counted. */
            at: components["schemas"]["At"];
            /** @description By who holds them, the most overdue first. */
            by_holder: components["schemas"]["WithUnit"][];
            /** @description By response level. */
            by_level: components["schemas"]["OfLevel"][];
            /** @description By sector. */
            by_sector: components["schemas"]["OfSector"][];
            /** @description By state, in the order of the flow. */
            by_state: components["schemas"]["InState"][];
            /** @description All of them. */
            open: components["schemas"]["Lights"];
        };
        /** @description One page of a list. */
        Page_CaseSummary: {
            /** @description What the page shows. */
            items: {
                /** @description 受理时间. */
                accepted_at: components["schemas"]["At"];
                cause?: components["schemas"]["CauseId"] | null;
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                closed_at?: components["schemas"]["At"] | null;
                /**
                 * Format: int64
                 * @description Working days left after today; of what is overdue those gone by, negative.
                 */
                days_left?: number | null;
                /**
                 * Format: date
                 * @description The deadline's day.
                 */
                due_date?: string | null;
                holder_unit?: components["schemas"]["UnitName"] | null;
                /** @description The identifier. */
                id: components["schemas"]["CaseId"];
                level?: components["schemas"]["ResponseLevel"] | null;
                light?: components["schemas"]["Light"] | null;
                main_unit?: components["schemas"]["UnitName"] | null;
                /** @description 事项名称. */
                matter_name: string;
                meeting?: components["schemas"]["MeetingId"] | null;
                /** @description 是否需要市级部门协调解决. */
                needs_municipal_coordination: boolean;
                /** @description The number. */
                number: components["schemas"]["Number"];
                outcome?: components["schemas"]["Outcome"] | null;
                /** @description Whether the deadline is provisional. */
                provisional: boolean;
                read_until?: components["schemas"]["At"] | null;
                /** @description Who reported. */
                reporter: components["schemas"]["ReporterSummary"];
                /** @description The field. */
                sector: components["schemas"]["Sector"];
                /**
                 * Format: int32
                 * @description How often verification sent it back (退回重办).
                 */
                send_backs: number;
                /** @description Where it came in. */
                source_unit: components["schemas"]["UnitName"];
                /** @description Where it stands. */
                state: components["schemas"]["CaseState"];
                /**
                 * Format: int64
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_LogItem: {
            /** @description What the page shows. */
            items: {
                /** @description When. */
                at: components["schemas"]["At"];
                /** @description Who. */
                by: components["schemas"]["HistoryActor"];
                /** @description The hash of the event as stored. */
                hash: string;
                /** @description The identifier of that. */
                id: string;
                /** @description Its Chinese label. */
                label: string;
                /**
                 * Format: int64
                 * @description Its place in the log.
                 */
                log_index: number;
                /** @description What it happened to. */
                noun: components["schemas"]["Noun"];
                number?: components["schemas"]["Number"] | null;
                /**
                 * Format: int64
                 * @description Its place in the history of that, from 1.
                 */
                seq: number;
                /** @description Its type. */
                type: components["schemas"]["EventType"];
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_MeetingSummary: {
            /** @description What the page shows. */
            items: {
                begins_at?: components["schemas"]["At"] | null;
                /**
                 * Format: int32
                 * @description How many cases.
                 */
                cases: number;
                /** @description The identifier. */
                id: components["schemas"]["MeetingId"];
                /** @description The number. */
                number: components["schemas"]["Number"];
                /** @description When it was planned. */
                planned_at: components["schemas"]["At"];
                signed_at?: components["schemas"]["At"] | null;
                /** @description Where it stands. */
                state: components["schemas"]["MeetingState"];
                /** @description What it is about. */
                subject?: string | null;
                /**
                 * Format: int64
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_PolicyIssueSummary: {
            /** @description What the page shows. */
            items: {
                /** @description The case. */
                case: components["schemas"]["CaseId"];
                /** @description The identifier. */
                id: components["schemas"]["PolicyIssueId"];
                /** @description 事项名称. */
                matter_name: string;
                /** @description The number. */
                number: components["schemas"]["Number"];
                /** @description When it was opened. */
                opened_at: components["schemas"]["At"];
                /** @description The case's sector. */
                sector: components["schemas"]["Sector"];
                /** @description Where it stands. */
                state: components["schemas"]["PolicyIssueState"];
                /**
                 * Format: int64
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_SheetSummary: {
            /** @description What the page shows. */
            items: {
                /**
                 * Format: int32
                 * @description How many cases.
                 */
                cases: number;
                dispatched_at?: components["schemas"]["At"] | null;
                /** @description When it was drafted. */
                drafted_at: components["schemas"]["At"];
                /** @description The drafter's unit. */
                drafter_unit: components["schemas"]["UnitName"];
                /**
                 * Format: date
                 * @description The deadline's day.
                 */
                due_date?: string | null;
                /** @description The identifier. */
                id: components["schemas"]["WorkOrderId"];
                /** @description The main unit. */
                main_unit: components["schemas"]["UnitName"];
                /** @description The number. */
                number: components["schemas"]["Number"];
                /** @description The field. */
                sector: components["schemas"]["Sector"];
                /** @description Where it stands. */
                state: components["schemas"]["SheetState"];
                /**
                 * Format: int64
                 * @description The version.
                 */
                version: number;
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_TaskView: {
            /** @description What the page shows. */
            items: {
                action?: components["schemas"]["CaseAction"] | null;
                /** @description The case. */
                case: components["schemas"]["CaseSummary"];
                /**
                 * Format: int64
                 * @description Working days left after today; of what is overdue those gone by, negative.
                 */
                days_left?: number | null;
                /**
                 * Format: date
                 * @description By when, where there is a date.
                 */
                due_date?: string | null;
                /** @description What is to be done. */
                kind: components["schemas"]["TaskKind"];
                light?: components["schemas"]["Light"] | null;
            }[];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all, if that was asked.
             */
            total?: number | null;
        };
        /**
         * @description 转派发: not simple; goes to the lead, a business case with its butler stays with the butler
         *     (plan §4, second level).
         */
        PassOn: {
            /** @default null */
            reason: components["schemas"]["Text1To2000"] | null;
        };
        /** @description A person, briefly. */
        Person: {
            /** @description The identifier. */
            id: components["schemas"]["UserId"];
            /** @description The person's name. */
            name: string;
        };
        /** @description 姓名，1至50个字，单行；不能是脱敏后的姓名（含*），也不能只有数字。 */
        PersonName: string;
        /** @description Whose cases are wanted: exactly one of these. */
        PersonQuery: {
            /** @default null */
            credit_code: components["schemas"]["CreditCode"] | null;
            /** @default null */
            id_number: components["schemas"]["IdNumber"] | null;
            /** @default null */
            name: components["schemas"]["Line1To100"] | null;
            /** @default null */
            phone: components["schemas"]["Phone"] | null;
        };
        /**
         * @description 个人信息字段
         * @enum {string}
         */
        PersonalField: "name" | "contact_person" | "phone" | "id_number" | "credit_code" | "agent" | "account";
        /** @description 内地手机号码，或带区号的座机号码，可带分机号（010-60000001-801）。+86、空格、连字符、全角字符、括号和“转”会先行规范；8位号码视为北京座机。 */
        Phone: string;
        /** @description 调整隶属和次序: the unit it belongs to and its place in lists, both as they shall be. */
        PlaceUnit: {
            parent?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int64
             * @description Its place in lists.
             */
            rank: number;
        };
        /** @description Nothing more to say. */
        Plain: Record<string, never>;
        /** @description 筹备: a meeting, with the cases that it is for as far as they are known. */
        PlanMeeting: {
            /** @description The cases, as the planner saw them. */
            cases?: components["schemas"]["CaseVersion"][];
            /** @description What it is about. */
            subject: components["schemas"]["Line2To100"];
        };
        PolicyIssueId: string;
        /** @description How a policy issue was reported. */
        PolicyIssueReportView: {
            /** @description When it was entered. */
            at: components["schemas"]["At"];
            /** @description To whom. */
            body: string;
            /**
             * Format: date
             * @description The document's date.
             */
            document_date: string;
            /** @description 文号. */
            document_number: string;
            /** @description What was reported. */
            text?: string | null;
        };
        /**
         * @description 政策限制类问题状态
         * @enum {string}
         */
        PolicyIssueState: "open" | "reported";
        /** @description A policy issue in a list. */
        PolicyIssueSummary: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            /** @description The identifier. */
            id: components["schemas"]["PolicyIssueId"];
            /** @description 事项名称. */
            matter_name: string;
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description When it was opened. */
            opened_at: components["schemas"]["At"];
            /** @description The case's sector. */
            sector: components["schemas"]["Sector"];
            /** @description Where it stands. */
            state: components["schemas"]["PolicyIssueState"];
            /**
             * Format: int64
             * @description The version.
             */
            version: number;
        };
        /** @description One policy issue. */
        PolicyIssueView: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            /** @description The case's number. */
            case_number: components["schemas"]["Number"];
            /** @description The identifier. */
            id: components["schemas"]["PolicyIssueId"];
            /** @description 事项名称. */
            matter_name: string;
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description When it was opened. */
            opened_at: components["schemas"]["At"];
            /** @description The provision cited. */
            provision?: string | null;
            report?: components["schemas"]["PolicyIssueReportView"] | null;
            /** @description The case's sector. */
            sector: components["schemas"]["Sector"];
            /** @description Where it stands. */
            state: components["schemas"]["PolicyIssueState"];
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
        };
        /** @description A person's role in a unit; one person may hold several and acts in one at a time. */
        Post: {
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description The unit it is held in. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description A role held in a unit, with names. */
        PostView: {
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description Its Chinese label. */
            role_label: string;
            /** @description The unit's code. */
            unit: components["schemas"]["UnitId"];
            /** @description The unit's short name. */
            unit_name: string;
        };
        /** @description A ruling or a resolution on the same matter. */
        PrecedentView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description The number of the case it was given in. */
            number: components["schemas"]["Number"];
            /** @description Why. */
            reason?: string | null;
            resolved?: components["schemas"]["Disposition"] | null;
            unit?: components["schemas"]["UnitName"] | null;
        };
        /** @description Rulings on the same matter. */
        Precedents: {
            /** @description The latest first. */
            items: components["schemas"]["PrecedentView"][];
        };
        /** @description What went wrong (RFC 9457): programs go by `code`, people read `title` and `detail`. */
        Problem: {
            /**
             * @description The stable code that programs go by.
             * @enum {string}
             */
            code: "bad_json" | "bad_request" | "not_signed_in" | "wrong_password" | "role_may_not" | "not_yours" | "segregation" | "own_account" | "password_change_required" | "not_found" | "method_not_allowed" | "wrong_state" | "already_received" | "already_answered" | "opinion_required" | "co_opinion_pending" | "callback_required" | "callback_says_unsolved" | "rework_limit" | "ruling_required" | "ruling_binds" | "nothing_pending" | "already_pending" | "not_returnable" | "deadline_passed" | "sector_fixed" | "coordination_required" | "on_another_sheet" | "not_on_sheet" | "sheet_empty" | "sheet_full" | "sheet_not_confirmed" | "unit_declined" | "wrong_sector" | "on_another_agenda" | "not_on_agenda" | "agenda_empty" | "resolution_missing" | "resolution_void" | "still_needed" | "already_exists" | "nothing_changes" | "too_many_attachments" | "too_many_views" | "purged_content" | "purged" | "version_conflict" | "too_large" | "unsupported_media_type" | "invalid_value" | "proof_required" | "unknown_field" | "idempotency_mismatch" | "if_match_required" | "too_many_requests" | "internal" | "file_damaged" | "busy";
            /**
             * @description What happened this time, in Chinese, to be shown as it is.
             * @example reporter.phone：不是有效的电话号码
             */
            detail: string;
            /** @description The fields or parameters at fault. */
            errors?: components["schemas"]["FieldError"][];
            /**
             * @description The request's id, as in the header `X-Request-Id`; name it when you report a problem.
             * @example 0f9c1e0b7a5d4a0f8a0e4d4c6a1b2c3d
             */
            request_id: string;
            /** @description The cases that others have changed meanwhile (412). */
            stale?: string[];
            /** @description The present state, and those in which the command may be given. */
            state?: components["schemas"]["StateConflict"];
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description The type's Chinese name.
             * @example 输入有误
             */
            title: string;
            /**
             * @description The type's fixed name: `urn:bancheng:problem:` and the code.
             * @example urn:bancheng:problem:invalid_value
             */
            type: string;
        };
        /** @description A case's progress, in plain words and without names of officials. */
        Progress: {
            /** @description When it was accepted. */
            accepted_at: components["schemas"]["At"];
            /** @description The answer given. */
            answer?: string | null;
            /**
             * Format: date
             * @description By when the unit is to finish, while it works.
             */
            due_date?: string | null;
            /** @description The unit in whose hands it is. */
            holder?: string | null;
            /** @description 事项名称. */
            matter_name: string;
            /** @description Whether the result waits for the reporter's word: an answer may be given now. */
            may_answer: boolean;
            /** @description Whether it may be rated now. */
            may_rate: boolean;
            /** @description Whether taking it up again may be asked now. */
            may_request_reopen: boolean;
            /** @description The number. */
            number: components["schemas"]["Number"];
            outcome?: components["schemas"]["Outcome"] | null;
            /** @description Where it stands, in a sentence. */
            sentence: string;
            /** @description Where it stands. */
            state: components["schemas"]["CaseState"];
            /** @description What has happened, oldest first. */
            steps: components["schemas"]["ProgressStep"][];
        };
        /** @description What the reporter may know of one event. */
        ProgressStep: {
            /**
             * Format: date
             * @description On which day.
             */
            on: string;
            /** @description What, in plain words. */
            what: string;
        };
        /** @description 提请联席会: the butler asks that the case be brought to the meeting (plan A1: 由服务管家提请…审议). */
        ProposeMeeting: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description What is to be purged, and why. */
        PurgeClassified: {
            part?: components["schemas"]["Line1To40"] | null;
            /** @description Why. It stays: it must not repeat what is purged. */
            reason: components["schemas"]["Text4To500"];
            /**
             * Format: int64
             * @description The event that brought it in, by its place in the case's history.
             */
            seq: number;
        };
        /**
         * @description 提级协调: ends open assignments, their lateness so far stays theirs; a business case becomes
         *     level 1 (plan §4.2).
         */
        Raise: {
            /** @description Why, and what was tried. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description 评价: five grades of 政务服务“好差评” (GB/T 39735); the latest counts. */
        Rate: {
            comment?: components["schemas"]["Text1To2000"] | null;
            /** @description The grade. */
            satisfaction: components["schemas"]["Satisfaction"];
        };
        /** @description 评价, by the reporter. */
        RateAsReporter: {
            /** @description The enquiry code. */
            code: string;
            comment?: components["schemas"]["Text1To2000"] | null;
            /** @description The grade. */
            satisfaction: components["schemas"]["Satisfaction"];
        };
        /** @description 评价, by the reporter. */
        RatingView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description In words. */
            comment?: string | null;
            /** @description The grade. */
            satisfaction: components["schemas"]["Satisfaction"];
        };
        /** @description Up to which notice all are read. */
        ReadAll: {
            /** @description The latest notice that the person has seen. */
            up_to: components["schemas"]["NoticeId"];
        };
        /** @description 撤回征求意见: the asker goes on without. */
        RecallOpinion: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description 撤回上报: no reply comes; the coordinator goes on. */
        RecallReferral: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description What a command answers. */
        Receipt: {
            /** @description The identifier of what was made or changed. */
            id: string;
            number?: components["schemas"]["Number"] | null;
            /** @description The state it is in now. */
            state: string;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description 签收: the unit takes the case. */
        Receive: Record<string, never>;
        /** @description The units that a sheet goes to, and its date. */
        Recipients: {
            /** @description 协同处理单位. */
            co_units?: components["schemas"]["CoUnitInput"][];
            /**
             * Format: date
             * @description 完成时限, where it is later than 5 working days after dispatch.
             */
            due_date?: string | null;
            due_reason?: components["schemas"]["Text1To1000"] | null;
            /** @description 工作单接收部门. */
            main_unit: components["schemas"]["UnitId"];
        };
        /** @description One day of a reckoning. */
        ReckonedDay: {
            /** @description The article that decides on it: of the starting day and of the last. */
            article?: string | null;
            /** @description Whether it counts. */
            counted: boolean;
            /**
             * Format: date
             * @description The day, Asia/Shanghai.
             */
            date: string;
            /** @description The holiday it belongs to or makes up for. */
            holiday?: string | null;
            /** @description The number of the notice that says so. */
            notice?: string | null;
            /**
             * Format: int32
             * @description The how-manieth counted day it is, from 1; none if skipped.
             */
            ordinal?: number | null;
            /** @description Whether its year's notice isn't published yet. */
            provisional: boolean;
            /** @description Why it counts or not. */
            reason: components["schemas"]["DayReason"];
            /** @description The same in Chinese. */
            reason_label: string;
            /**
             * Format: int32
             * @description Its weekday: 1 is Monday, 7 is Sunday.
             */
            weekday: number;
        };
        /** @description A deadline with the days that lead to it. */
        Reckoning: {
            /** @description The articles of the Civil Code that apply, in Chinese. */
            article: string;
            /** @description The version of the calendar it was reckoned by. */
            calendar_version: string;
            /** @description Every day from the starting day through the due date. */
            days: components["schemas"]["ReckonedDay"][];
            /**
             * Format: date
             * @description The last day, Asia/Shanghai.
             */
            due_date: string;
            /** @description Whether it lies in a year whose notice isn't published yet. */
            provisional: boolean;
        };
        /** @description 记录回访: three separate questions. Reached? Solved? Satisfied? No answer is 未评价. */
        RecordCallback: {
            /**
             * Format: date-time
             * @description When the call was made; default: now.
             */
            called_at?: string | null;
            opinion?: components["schemas"]["Text1To4000"] | null;
            /** @description Whether the reporter was reached. */
            reached: boolean;
            satisfaction?: components["schemas"]["Satisfaction"] | null;
            /** @description Whether it is the reporter's own signed answer, given at a window; it outranks a call. */
            signed?: boolean;
            /** @description What the reporter says: solved or not. */
            solved?: boolean | null;
        };
        /** @description 记录上级答复: what the upper body replied, and what the case comes to by it. */
        RecordReply: {
            /**
             * Format: date
             * @description Its date, not in the future.
             */
            document_date: string;
            /** @description 文号 of the reply. */
            document_number: components["schemas"]["Line2To60"];
            /** @description What the case comes to: `solved`, `assign`, `back_to_coordination`, `explain` or `unsolved`. */
            settlement: components["schemas"]["Settlement"];
            /** @description What it says. */
            text: components["schemas"]["Text1To4000"];
        };
        /** @description 改拟: another main unit, other co units or date, while it is a draft. */
        Redraft: {
            /** @description To whom, and by when. */
            to: components["schemas"]["Recipients"];
        };
        /** @description 上报: to whom, by which document. */
        ReferUp: {
            /** @description The body referred to, such as a department of the municipality. */
            body: components["schemas"]["Line2To100"];
            /**
             * Format: date
             * @description Its date, not in the future.
             */
            document_date: string;
            /** @description 文号 of the letter. */
            document_number: components["schemas"]["Line2To60"];
        };
        /** @description One referral upward. */
        ReferralView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description To whom. */
            body: string;
            /**
             * Format: date
             * @description The letter's date.
             */
            document_date: string;
            /** @description 文号. */
            document_number: string;
            recalled_at?: components["schemas"]["At"] | null;
            reply?: components["schemas"]["ReplyView"] | null;
        };
        /** @description 不予提级协调: the unit goes on. */
        RefuseCoordination: {
            /** @description Why, and what the unit should do. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description 不予上报: the coordinator goes on. */
        RefuseReferral: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description 不予重新办理. */
        RefuseReopen: {
            /** @description Why, as the reporter is told. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description 登记: a problem is taken in (plan §5.1). 涉密材料请勿在网上提交. */
        Register: {
            /**
             * Format: date-time
             * @description 受理时间; default: now. At most 5 working days before registration, then with a reason.
             */
            accepted_at?: string | null;
            account?: components["schemas"]["Text1To10000"] | null;
            cause?: components["schemas"]["CauseId"] | null;
            /** @description How it came in. */
            channel: components["schemas"]["Channel"];
            /** @description 未办成情形. */
            failure: components["schemas"]["Failure"];
            /** @description 未成功受理原因. */
            failure_reason: components["schemas"]["Text1To2000"];
            late_reason?: components["schemas"]["Text1To500"] | null;
            /** @description 事项名称. */
            matter_name: components["schemas"]["Line2To200"];
            /** @description 是否需要市级部门协调解决. */
            needs_municipal_coordination?: boolean;
            /** @description 存在问题. */
            problem: components["schemas"]["Text1To4000"];
            receiving_unit?: components["schemas"]["UnitId"] | null;
            repeat_of?: components["schemas"]["CaseId"] | null;
            /** @description Who reports. */
            reporter: components["schemas"]["ReporterInput"];
            sector?: components["schemas"]["Sector"] | null;
            source_unit?: components["schemas"]["UnitId"] | null;
        };
        /** @description What registering answers. */
        RegisterReceipt: components["schemas"]["Receipt"] & {
            /** @description The code with which the reporter may enquire; given to the reporter, kept nowhere. */
            enquiry_code: string;
            /** @description Cases of the whole district that are likely the same, as `find_repeats` tells them. */
            likely_repeats: components["schemas"]["LikelyRepeat"][];
        };
        /** @description 退回协调: not ripe for the meeting. */
        Remand: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description 撤下议题: one case off the agenda; it waits for another meeting. */
        RemoveAgendaCase: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
        };
        /** @description 移出事项: one case off a draft. */
        RemoveCase: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
        };
        /** @description 更名: history and sheets dispatched before keep the old name. */
        RenameUnit: {
            /** @description Its full name from now on. */
            full_name: components["schemas"]["Line1To100"];
            /** @description Its short name from now on. */
            name: components["schemas"]["Line1To40"];
            /** @description Why, such as the document that orders it. */
            reason: components["schemas"]["Text1To500"];
        };
        /**
         * @description 重新办理: asked for; or unasked soon after a closing at registration, or after a callback that
         *     says not solved. Counts and lateness persist.
         */
        Reopen: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description Who reports, as far as a repeat is known by it. */
        RepeatReporter: {
            credit_code?: components["schemas"]["CreditCode"] | null;
            id_number?: components["schemas"]["IdNumber"] | null;
            /** @description What kind of reporter. */
            kind: components["schemas"]["ReporterKind"];
            name?: components["schemas"]["Line1To100"] | null;
            phone?: components["schemas"]["Phone"] | null;
        };
        /** @description The upper body's reply. */
        ReplyView: {
            /** @description When it was recorded. */
            at: components["schemas"]["At"];
            /** @description What the case came to by it. */
            disposition: components["schemas"]["Disposition"];
            /**
             * Format: date
             * @description Its date.
             */
            document_date: string;
            /** @description 文号. */
            document_number: string;
            /** @description What it says. */
            text?: string | null;
        };
        /** @description 报告协调结果: verified by another person. */
        ReportCoordinated: {
            /** @description The cause found. */
            cause: components["schemas"]["CauseId"];
            /** @description What was done. */
            done: components["schemas"]["Text1To4000"];
            /** @description Whether the problem is solved. */
            solved: boolean;
        };
        /** @description 报送: that the issue was reported, and by which document. */
        ReportPolicyIssue: {
            /** @description To whom. */
            body: components["schemas"]["Line2To100"];
            /**
             * Format: date
             * @description The document's date, not in the future.
             */
            document_date: string;
            /** @description 文号. */
            document_number: components["schemas"]["Line2To60"];
            /** @description What was reported: the rule, the obstacle, the proposal. */
            text: components["schemas"]["Text1To4000"];
        };
        /**
         * @description Who reports. Without a name the report is anonymous: taken if the matter can be worked without
         *     the person.
         */
        ReporterInput: {
            agent?: components["schemas"]["AgentInput"] | null;
            /** @description Units see the matter only; contact goes through the lead. */
            confidential?: boolean;
            contact_person?: components["schemas"]["PersonName"] | null;
            credit_code?: components["schemas"]["CreditCode"] | null;
            /** @description That the person was told why the ID number is taken; required with it. */
            id_notice_given?: boolean;
            id_number?: components["schemas"]["IdNumber"] | null;
            /** @description What kind of reporter. */
            kind: components["schemas"]["ReporterKind"];
            name?: components["schemas"]["Line1To100"] | null;
            phone?: components["schemas"]["Phone"] | null;
        };
        /**
         * @description 反映人类别
         * @enum {string}
         */
        ReporterKind: "company" | "self_employed" | "social_organisation" | "institution" | "person";
        /** @description Who reported, in a list. */
        ReporterSummary: {
            /** @description What kind of reporter. */
            kind: components["schemas"]["ReporterKind"];
            /** @description An organisation's name in the clear, a person's masked. */
            name?: string | null;
        };
        /** @description Who reported: public data in the clear, personal data masked. */
        ReporterView: {
            agent?: components["schemas"]["AgentView"] | null;
            /** @description Whether no name was given. */
            anonymous: boolean;
            /** @description Whether units see the matter only. */
            confidential: boolean;
            /** @description Whom to ask for, masked. */
            contact_person?: string | null;
            /** @description An organisation's 统一社会信用代码. */
            credit_code?: string | null;
            /** @description Whether there is an account of what the reporter said; shown by `reveal` only. */
            has_account: boolean;
            /** @description The ID number, masked. */
            id_number?: string | null;
            /** @description What kind of reporter. */
            kind: components["schemas"]["ReporterKind"];
            /** @description An organisation's name in the clear, a person's masked; none where it may not be shown. */
            name?: string | null;
            /** @description The telephone, masked. */
            phone?: string | null;
        };
        /** @description 申请提级协调: the main unit is stuck (plan §4.1: 或报牵头部门协调, §5.2). The clock runs until raised. */
        RequestCoordination: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
            /** @description What was tried. */
            tried: components["schemas"]["Text1To4000"];
        };
        /** @description 申请延期: until the deadline's last instant; the clock runs on. */
        RequestExtension: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
            /**
             * Format: date
             * @description The completion date proposed: a working day after the deadline in force, within a year.
             */
            until: string;
        };
        /**
         * @description 征求符合性意见: a unit is asked whether the request conforms to law and policy (plan A1), due
         *     in 2 working days.
         */
        RequestOpinion: {
            /** @description What it is asked. */
            question: components["schemas"]["Text1To2000"];
            /** @description The unit asked. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description 申请上报: the coordinator asks the office to refer the case up. */
        RequestReferral: {
            /** @description Why the district can't decide it. */
            reason: components["schemas"]["Text1To4000"];
        };
        /** @description 申请重新办理: within 30 calendar days of closing; later a new case is registered with `repeat_of`. */
        RequestReopen: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description 申请重新办理, by the reporter. */
        RequestReopenAsReporter: {
            /** @description The enquiry code. */
            code: string;
            /** @description Why. 涉密材料请勿在网上提交. */
            reason: components["schemas"]["Text1To2000"];
        };
        /** @description Something asked for and not decided: coordination, reopening. */
        RequestView: {
            /** @description When it was asked. */
            at: components["schemas"]["At"];
            /** @description Who decides. */
            decider: components["schemas"]["UnitName"];
            /**
             * Format: date
             * @description By when, if there is a date.
             */
            due_date?: string | null;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description 重置密码: another first password; all sessions end. */
        ResetPassword: {
            /**
             * Format: password
             * @description The new first password, which the person must change before anything else.
             */
            password: string;
            /** @description Why. */
            reason: components["schemas"]["Text1To500"];
        };
        /** @description What was resolved on a case; of the fields, those that go with its disposition. */
        ResolutionView: {
            /** @description 解释说明, 未解决: the answer given to the reporter. */
            answer?: string | null;
            /** @description When it was entered. */
            at: components["schemas"]["At"];
            /** @description 上报: to whom. */
            body?: string | null;
            /** @description By whom. */
            by: components["schemas"]["UserId"];
            cause?: components["schemas"]["CauseId"] | null;
            /** @description 交办: the co units, each with its part. */
            co_units: components["schemas"]["CoUnitView"][];
            /** @description Whether the leading group decided. */
            decided_by_leading_group: boolean;
            /** @description The decision in words. */
            decision?: string | null;
            /** @description What the case comes to. */
            disposition: components["schemas"]["Disposition"];
            /**
             * Format: date
             * @description 上报: the letter's date.
             */
            document_date?: string | null;
            /** @description 上报: the letter's 文号. */
            document_number?: string | null;
            /**
             * Format: date
             * @description 交办: a later date than usual.
             */
            due_date?: string | null;
            /** @description 交办: why it is later. */
            due_reason?: string | null;
            main_unit?: components["schemas"]["UnitName"] | null;
            /** @description Whether like cases are to be settled alike. */
            precedent: boolean;
            /** @description 解释说明: the provision cited. */
            provision?: string | null;
        };
        /** @description 议定: what the meeting decided on one case; given again before signing, the later one counts. */
        ResolveCase: {
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            /** @description Whether the case was laid before the leading group and this is its decision. */
            decided_by_leading_group?: boolean;
            /** @description The decision in words, as the minutes have it. */
            decision: components["schemas"]["Text1To4000"];
            /** @description Whether like cases are to be settled alike. */
            precedent?: boolean;
            /** @description What the case comes to. */
            settlement: components["schemas"]["Settlement"];
        };
        /** @description 响应级别: 3 on the spot, 2 dispatched, 1 one matter one discussion; smaller is heavier (plan §4) */
        ResponseLevel: number;
        /**
         * @description 结果来源
         * @enum {string}
         */
        ResultSource: "feedback" | "coordination" | "resolution" | "reply";
        /**
         * @description 退回: the unit says with reasons that it isn't its business, by the end of the 2nd working day
         *     after dispatch. A main unit's return counts over the case's life.
         */
        ReturnCase: {
            /** @description On what ground: the provision or the list of duties. */
            basis: components["schemas"]["Text1To2000"];
            proposed_unit?: components["schemas"]["UnitId"] | null;
            /** @description Why. */
            reason: components["schemas"]["ReturnReason"];
        };
        /**
         * @description 退回原因
         * @enum {string}
         */
        ReturnReason: "not_our_duty" | "other_unit_leads" | "other_level" | "other_place" | "wrong_facts";
        /** @description 退回受理: too simple to be dispatched, or facts are missing. */
        ReturnToIntake: {
            /** @description In words: what can be done at once, or what is missing. */
            explanation: components["schemas"]["Text1To2000"];
            /** @description Why. */
            reason: components["schemas"]["IntakeReturn"];
        };
        /** @description Which personal value is wanted. */
        Reveal: {
            /** @description The field. */
            field: components["schemas"]["PersonalField"];
        };
        /** @description A personal value in the clear. */
        Revealed: {
            /** @description The field. */
            field: components["schemas"]["PersonalField"];
            /** @description Its value; none where there is none or it was erased. */
            value?: string | null;
        };
        /**
         * @description 岗位
         * @enum {string}
         */
        Role: "intake" | "resident_butler" | "butler" | "chief_butler" | "handler" | "unit_head" | "lead" | "office" | "supervisor" | "leader" | "auditor" | "admin" | "integration";
        /**
         * @description 裁定: the lead's binding word whose business it is; kept as a precedent. Issues a work order
         *     that needs no confirmation and can't be returned.
         */
        Rule: {
            /** @description Why it is this unit's business. */
            reason: components["schemas"]["Text1To4000"];
            /** @description To whom, and by when. */
            to: components["schemas"]["Recipients"];
        };
        /** @description 裁定领域: the office's binding word whose sector it is, where the lead it was handed to disputes it. */
        RuleSector: {
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
            /** @description The sector. */
            sector: components["schemas"]["Sector"];
        };
        /** @description 裁定. */
        RulingView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description Why. */
            reason?: string | null;
            /** @description Whose business it is. */
            unit: components["schemas"]["UnitName"];
        };
        /**
         * @description 满意度
         * @enum {string}
         */
        Satisfaction: "very_satisfied" | "satisfied" | "basically_satisfied" | "dissatisfied" | "very_dissatisfied";
        /** @description A view. */
        SavedView: {
            /** @description What the person calls it. */
            name: components["schemas"]["Line1To40"];
            /** @description The query, as it stands after `?` in the address of the list. */
            query: string;
        };
        /** @description Views of a list of cases. */
        SavedViews: {
            /** @description By name. */
            items: components["schemas"]["SavedView"][];
        };
        /**
         * @description 问题所属领域
         * @enum {string}
         */
        Sector: "government_service" | "business_service";
        /** @description 退回重办: the result doesn't hold; the same unit goes on, with a new deadline. */
        SendBack: {
            /** @description Why. */
            reason: components["schemas"]["Text1To4000"];
            /**
             * Format: int32
             * @description Working days of the new period; default: the district's `rework_days`.
             */
            working_days?: number | null;
        };
        /** @description A session that was begun, renewed or switched. */
        SessionView: components["schemas"]["Me"] & {
            /** @description The access token, for `Authorization: Bearer …`. */
            access_token: string;
            /**
             * Format: int64
             * @description Its life in seconds.
             */
            expires_in: number;
            /** @description Always `Bearer`. */
            token_type: string;
        };
        /** @description What a district may set. Periods are in working days unless said otherwise. */
        Settings: {
            /** @description How many attempts to reach the reporter suffice. */
            callback_attempts: number;
            /** @description Dates on which attempts must have been made, no more than attempts. */
            callback_dates: number;
            /**
             * Format: int32
             * @description The hour of the day, Asia/Shanghai, from which an attempt counts.
             */
            callback_from_hour: number;
            /**
             * Format: int64
             * @description Hours between two attempts that count.
             */
            callback_gap_hours: number;
            /**
             * Format: int32
             * @description The hour of the day, Asia/Shanghai, from which an attempt doesn't count any more.
             */
            callback_until_hour: number;
            /** @description The causes that a problem may have. */
            causes: components["schemas"]["Causes"];
            /**
             * Format: int32
             * @description The hour at which the last day of a deadline ends, Asia/Shanghai (民法典第203条: 24).
             */
            closing_hour: number;
            /**
             * Format: int32
             * @description A co unit's period from dispatch, never after the main's.
             */
            co_days: number;
            /**
             * Format: int32
             * @description After how long the silence of a unit asked to confirm a work order confirms it.
             */
            confirmation_days: number;
            /**
             * Format: int32
             * @description The target for the first contact with the reporter, from dispatch; shown, not binding.
             */
            contact_target_days: number;
            /**
             * Format: int32
             * @description The target for dispatch, from `pass_on`; shown, not binding.
             */
            dispatch_target_days: number;
            /**
             * Format: int32
             * @description Within how long a dissatisfied reporter is answered.
             */
            dissatisfaction_days: number;
            /**
             * Format: int32
             * @description How many extensions of one assignment the lead decides; further ones are the office's.
             */
            extensions_by_lead: number;
            /** @description Where the weekly cut-off goes when Friday is no working day. */
            holiday_friday: components["schemas"]["HolidayFriday"];
            /**
             * Format: int32
             * @description How far 受理时间 may precede registration.
             */
            late_registration_days: number;
            /**
             * Format: int32
             * @description After how long overdue the supervisor is told, later than unit head and lead.
             */
            long_overdue_days: number;
            /**
             * Format: int32
             * @description The main unit's period from dispatch (plan §5.3: 一般应在5个工作日内解决).
             */
            main_days: number;
            /**
             * Format: int64
             * @description How large an attachment may be, in MiB.
             */
            max_attachment_mib: number;
            /** @description How many attachments a case may have; purged ones don't count. */
            max_attachments: number;
            /** @description How many cases one work order may carry (plan A2: the form has two digits). */
            max_cases_on_sheet: number;
            /**
             * Format: int32
             * @description How many returns a case may have before the lead must rule.
             */
            max_returns: number;
            /**
             * Format: int32
             * @description How often a verifier may send a case back; then it is raised.
             */
            max_send_backs: number;
            /** @description The field of what comes in at 网上办事大厅, where nobody names it. */
            online_hall_sector: components["schemas"]["Sector"];
            online_hall_unit?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int32
             * @description The period of a conformity opinion.
             */
            opinion_days: number;
            /**
             * Format: int32
             * @description After how long overdue unit head and lead are told.
             */
            overdue_days: number;
            /**
             * Format: int32
             * @description Within how long a request to reopen is answered, and how long a closing may be reopened unasked.
             */
            reopen_answer_days: number;
            /**
             * Format: int32
             * @description How long after closing a reporter may ask to reopen, in calendar days.
             */
            reopen_window_days: number;
            /**
             * Format: int32
             * @description How long personal data are kept after closing, in years.
             */
            retention_years: number;
            /**
             * Format: int32
             * @description Until when a unit may return a case, counted from dispatch; then silence is receipt.
             */
            return_days: number;
            /**
             * Format: int32
             * @description The new period after a failed verification.
             */
            rework_days: number;
            /**
             * Format: int32
             * @description Within how long the lead rules after the second return.
             */
            ruling_days: number;
            /** @description The field of what comes in at the platform for suggestions, where nobody names it. */
            suggestion_platform_sector: components["schemas"]["Sector"];
            suggestion_platform_unit?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int32
             * @description The target for verification, from feedback; shown, not binding.
             */
            verification_target_days: number;
        };
        /** @description The settings in force. */
        SettingsInForce: {
            /** @description The values. */
            values: components["schemas"]["Settings"];
            /**
             * Format: int64
             * @description The version, for `If-Match`; 0 as long as the defaults hold.
             */
            version: number;
        };
        /** @description What a case comes to: one of these. */
        Settlement: {
            assign: components["schemas"]["AssignTo"];
        } | {
            solved: components["schemas"]["Plain"];
        } | {
            refer_up: components["schemas"]["ReferUp"];
        } | {
            explain: components["schemas"]["Explain"];
        } | {
            unsolved: components["schemas"]["Unsolved"];
        } | {
            back_to_coordination: components["schemas"]["Plain"];
        } | {
            defer: components["schemas"]["Plain"];
        };
        /**
         * @description 工作单命令
         * @enum {string}
         */
        SheetAction: "draft" | "redraft" | "add_case" | "remove_case" | "ask_confirmation" | "confirm" | "decline" | "dispatch" | "cancel";
        /** @description 延期 of a unit's share under this sheet: printed as an annex, since the sheet itself is frozen. */
        SheetExtensionView: {
            /**
             * Format: date
             * @description The deadline in force, or in force when its share ended.
             */
            due_on: string;
            /**
             * Format: int32
             * @description How many extensions were granted.
             */
            extensions: number;
            /** @description Main or co. */
            kind: components["schemas"]["AssignmentKind"];
            /** @description 编号 of the case. */
            number: components["schemas"]["Number"];
            /**
             * Format: date
             * @description The deadline that the sheet gave it.
             */
            original_due_on: string;
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description One row of the form (plan A2). */
        SheetRowView: {
            /**
             * Format: date
             * @description 受理时间.
             */
            accepted_on: string;
            /** @description The case. */
            case: components["schemas"]["CaseId"];
            /** @description 受理途径. */
            channel: components["schemas"]["Channel"];
            /** @description 受理途径 as the form prints it: 线下 or 线上. */
            channel_mode: string;
            /**
             * Format: date
             * @description 完成时限; none before dispatch.
             */
            due_on?: string | null;
            /** @description Whether the assignments under this sheet have ended. */
            ended: boolean;
            /** @description 未成功受理原因. */
            failure_reason?: string | null;
            /** @description Whether files of the reporter lie with it: 群众反映记录 then says 详见附件. */
            has_attachments: boolean;
            /** @description 事项名称. */
            matter_name: string;
            /** @description 是否需要市级部门协调解决. */
            needs_municipal_coordination: boolean;
            /** @description 编号. */
            number: components["schemas"]["Number"];
            /** @description 存在问题. */
            problem?: string | null;
        };
        /**
         * @description 工作单状态
         * @enum {string}
         */
        SheetState: "draft" | "awaiting_confirmation" | "dispatched" | "settled" | "cancelled";
        /** @description A work order in a list. */
        SheetSummary: {
            /**
             * Format: int32
             * @description How many cases.
             */
            cases: number;
            dispatched_at?: components["schemas"]["At"] | null;
            /** @description When it was drafted. */
            drafted_at: components["schemas"]["At"];
            /** @description The drafter's unit. */
            drafter_unit: components["schemas"]["UnitName"];
            /**
             * Format: date
             * @description The deadline's day.
             */
            due_date?: string | null;
            /** @description The identifier. */
            id: components["schemas"]["WorkOrderId"];
            /** @description The main unit. */
            main_unit: components["schemas"]["UnitName"];
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description The field. */
            sector: components["schemas"]["Sector"];
            /** @description Where it stands. */
            state: components["schemas"]["SheetState"];
            /**
             * Format: int64
             * @description The version.
             */
            version: number;
        };
        /** @description One work order. */
        SheetView: {
            /**
             * @description Every command on it that the asker's role may ever give, with whether it may be given now and,
             *     if not, why not.
             */
            allowed_actions: components["schemas"]["AllowedSheetAction"][];
            asked_at?: components["schemas"]["At"] | null;
            /** @description 协同处理单位. */
            co_units: components["schemas"]["CoUnitView"][];
            confirmation?: components["schemas"]["ConfirmationView"] | null;
            /** @description Units that declined. */
            declined: components["schemas"]["DeclinedView"][];
            dispatched_at?: components["schemas"]["At"] | null;
            /** @description When it was drafted. */
            drafted_at: components["schemas"]["At"];
            /** @description The drafter's unit. */
            drafter_unit: components["schemas"]["UnitName"];
            /**
             * Format: date
             * @description A later date wished for.
             */
            due_date?: string | null;
            /** @description Why it is later. */
            due_reason?: string | null;
            /** @description Extensions granted of its assignments, by row. */
            extensions: components["schemas"]["SheetExtensionView"][];
            /** @description 填报人. */
            filled_by?: string | null;
            /** @description 联系电话. */
            filler_phone?: string | null;
            /** @description The identifier. */
            id: components["schemas"]["WorkOrderId"];
            /** @description 工作单接收部门. */
            main_unit: components["schemas"]["UnitName"];
            /** @description The number. */
            number: components["schemas"]["Number"];
            /** @description Its rows: as they are before dispatch, frozen after; none for who declined it, nor of a cancelled one. */
            rows: components["schemas"]["SheetRowView"][];
            /** @description 问题所属领域. */
            sector: components["schemas"]["Sector"];
            /** @description Where it stands. */
            state: components["schemas"]["SheetState"];
            /** @description Why without confirmation. */
            unconfirmed_reason?: string | null;
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
        };
        /** @description 签发: the minutes are signed, and with that every resolution is carried out. */
        SignMeeting: Record<string, never>;
        /** @description 当场办结: the simple problem is solved at the window or by the butler (plan §4: 简单问题立即办). */
        SolveOnTheSpot: {
            /** @description The answer given. */
            answer: components["schemas"]["Text1To4000"];
            cause?: components["schemas"]["CauseId"] | null;
        };
        /** @description The state that stood in the way of a command. */
        StateConflict: {
            /** @description The states in which the command may be given. */
            allowed_in: string[];
            /** @description The state it is in. */
            state: string;
        };
        /** @description What the joint meeting is asked to decide. */
        SubmissionView: {
            /** @description When. */
            at: components["schemas"]["At"];
            /** @description The question. */
            question?: string | null;
            /** @description What was tried. */
            tried?: string | null;
        };
        /** @description 提交联席会: from here on the first level, in the office's hands. */
        SubmitToMeeting: {
            /** @description The question that the meeting is to decide. */
            question: components["schemas"]["Text1To2000"];
            /** @description What was tried. */
            tried: components["schemas"]["Text1To4000"];
        };
        /** @description A unit that solved the same matter before. */
        Suggestion: {
            /** @description When that was closed. */
            closed_at: components["schemas"]["At"];
            /** @description The number of the latest of them. */
            latest: components["schemas"]["Number"];
            /** @description How many of the latest cases of this matter it solved as main unit. */
            solved: number;
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        /** @description Units that solved the same matter before. */
        Suggestions: {
            /** @description The most experienced first. */
            items: components["schemas"]["Suggestion"][];
        };
        /**
         * @description 承接职责: the unit leads or coordinates a sector from now on, instead of the one that did. A
         *     sector has one lead at any time.
         */
        TakeOver: {
            /** @description To lead or to coordinate. */
            duty: components["schemas"]["Duty"];
            /** @description Why, such as the document that orders it. */
            reason: components["schemas"]["Text1To500"];
            /** @description The sector. */
            sector: components["schemas"]["Sector"];
        };
        /** @description 免去岗位: it takes effect at once, for running sessions too. */
        TakePost: {
            /** @description Why. */
            reason: components["schemas"]["Text1To500"];
            /** @description The role. */
            role: components["schemas"]["Role"];
            /** @description The unit it is held in. */
            unit: components["schemas"]["UnitId"];
        };
        /**
         * @description 时限目标
         * @enum {string}
         */
        Target: "contact" | "dispatch" | "verification";
        /** @description A target, shown and not binding. */
        TargetView: {
            /**
             * Format: date
             * @description By when.
             */
            due_date: string;
            met_at?: components["schemas"]["At"] | null;
            /** @description Whether it was missed, as far as is known by now. */
            missed: boolean;
            /** @description What should be done. */
            target: components["schemas"]["Target"];
        };
        /** @description How many things of one kind wait. */
        TaskCount: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The kind. */
            kind: components["schemas"]["TaskKind"];
            /**
             * Format: int64
             * @description How many of them are past their date.
             */
            overdue: number;
        };
        /**
         * @description 待办类别
         * @enum {string}
         */
        TaskKind: "screen" | "settle" | "give_opinion" | "dispatch" | "rule" | "receive" | "handle" | "co_handle" | "decide_extension" | "decide_coordination" | "verify" | "coordinate" | "hold_meeting" | "watch_referral" | "answer_dissatisfaction" | "decide_reopen" | "decide_meeting" | "decide_referral";
        /** @description One thing that waits. */
        TaskView: {
            action?: components["schemas"]["CaseAction"] | null;
            /** @description The case. */
            case: components["schemas"]["CaseSummary"];
            /**
             * Format: int64
             * @description Working days left after today; of what is overdue those gone by, negative.
             */
            days_left?: number | null;
            /**
             * Format: date
             * @description By when, where there is a date.
             */
            due_date?: string | null;
            /** @description What is to be done. */
            kind: components["schemas"]["TaskKind"];
            light?: components["schemas"]["Light"] | null;
        };
        /** @description A telephone call in which the unit confirmed. */
        TelephoneRecord: {
            /**
             * Format: date-time
             * @description When.
             */
            called_at: string;
            /** @description With whom the drafter spoke. */
            spoke_with: components["schemas"]["Line1To100"];
        };
        Text1To1000: string;
        Text1To10000: string;
        Text1To2000: string;
        Text1To4000: string;
        Text1To500: string;
        Text4To500: string;
        /**
         * @description 告知方式
         * @enum {string}
         */
        ToldBy: "phone" | "message" | "in_person" | "letter" | "online" | "unreachable";
        /** @description A unit. */
        Unit: {
            /** @description Whether it takes part no more. */
            closed: boolean;
            coordinates?: components["schemas"]["Sector"] | null;
            /** @description Its full name. */
            full_name: string;
            /** @description Its code. */
            id: components["schemas"]["UnitId"];
            /** @description What kind of body it is. */
            kind: components["schemas"]["UnitKind"];
            leads?: components["schemas"]["Sector"] | null;
            /** @description Its short name. */
            name: string;
            parent?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int64
             * @description Its place in lists.
             */
            rank: number;
            successor?: components["schemas"]["UnitId"] | null;
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
        };
        /** @description What one unit held. */
        UnitCustody: components["schemas"]["Custody"] & {
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        UnitId: string;
        /**
         * @description 单位类别
         * @enum {string}
         */
        UnitKind: "party_organ" | "department" | "vertical" | "branch" | "institution" | "mass_organisation" | "public_utility" | "subdistrict" | "hall" | "butler_unit" | "chief_butler" | "office" | "leading_group_office" | "leading_group";
        /** @description A unit by code and name. */
        UnitName: {
            /** @description The code. */
            id: components["schemas"]["UnitId"];
            /** @description The short name. */
            name: string;
        };
        /** @description All units. */
        Units: {
            /** @description In their order in lists. */
            items: components["schemas"]["Unit"][];
        };
        /** @description What the reporter is told. */
        Unsolved: {
            /** @description The answer given to the reporter. */
            answer: components["schemas"]["Text1To4000"];
        };
        /** @description The form, as it is documented. */
        UploadForm: {
            description?: components["schemas"]["Text1To500"] | null;
            /**
             * Format: binary
             * @description The file: PDF, OFD, JPEG, PNG, WebP, HEIC, Word, Excel, WPS or plain text, by its content; no archives, no macros.
             */
            file: string;
        };
        /** @description A user. */
        User: {
            /** @description Whether the person may no longer sign in. */
            disabled: boolean;
            home_unit?: components["schemas"]["UnitId"] | null;
            /** @description The identifier. */
            id: components["schemas"]["UserId"];
            /** @description Whether somebody else chose the password, so that nothing may be done before it is changed. */
            must_change_password: boolean;
            /** @description The person's name. */
            name: string;
            /** @description The office telephone. */
            phone?: string | null;
            /** @description The roles held. */
            posts: components["schemas"]["Post"][];
            /** @description The name to sign in with. */
            username: string;
            /**
             * Format: int64
             * @description The version, for `If-Match`.
             */
            version: number;
        };
        UserId: string;
        /** @description A page of users. */
        Users: {
            /** @description By name to sign in with. */
            items: components["schemas"]["User"][];
            /** @description Where the next page begins; none on the last. */
            next_cursor?: string | null;
        };
        /** @description 核查办结: the result holds; the case is closed as solved. */
        VerifySolved: {
            cause?: components["schemas"]["CauseId"] | null;
            /** @description What was checked and found. */
            finding: components["schemas"]["Text1To4000"];
            summary?: components["schemas"]["Text1To4000"] | null;
        };
        /** @description What one unit has in its hands. */
        WithUnit: components["schemas"]["Lights"] & {
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
        };
        /**
         * @description 撤回: the reporter wants it no more. Staff need the reporter's code, signed paper, or a call by
         *     another unit: exactly one.
         */
        Withdraw: {
            call?: components["schemas"]["WithdrawalCall"] | null;
            enquiry_code?: components["schemas"]["Line8To8"] | null;
            /** @description Why. */
            reason: components["schemas"]["Text1To2000"];
            signed_paper?: components["schemas"]["Text1To500"] | null;
        };
        /** @description A call by another unit, in which the reporter said so. */
        WithdrawalCall: {
            /**
             * Format: date-time
             * @description When.
             */
            called_at: string;
            /** @description The unit that called: neither the asker's nor one that handles the case. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description One word: its code and its Chinese label. */
        Word: {
            /** @description The code, as it stands in JSON. */
            code: string;
            /** @description The Chinese label. */
            label: string;
            /** @description Whether it only stands in what there is already, and can't be chosen any more. */
            retired: boolean;
        };
        /** @description One list of words: an enumeration, or a list that the district edits. */
        WordList: {
            /** @description Its Chinese name. */
            label: string;
            /** @description The enumeration's name in code. */
            name: string;
            /** @description Its words, in their natural order. */
            words: components["schemas"]["Word"][];
        };
        WorkOrderId: string;
        /** @description The work of units: shares of cases to be received, done or assisted in. */
        Workload: {
            /** @description By unit, the most overdue first; units with nothing to do are left out. */
            items: components["schemas"]["WithUnit"][];
        };
    };
    responses: {
        /** @description `bad_json` 请求内容不是有效的 JSON；`bad_request` 请求无法理解 */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `wrong_state` 当前状态不能这样做；`already_received` 已经签收；`already_answered` 已经提交；`opinion_required` 缺少符合性判断；`co_opinion_pending` 协办意见尚未提交；`callback_required` 尚未完成回访；`callback_says_unsolved` 回访表示未解决；`rework_limit` 退回重办已达上限；`ruling_required` 须由牵头部门裁定；`ruling_binds` 应派回已裁定的单位；`nothing_pending` 没有待处理的申请；`already_pending` 已有待处理的申请；`not_returnable` 不能退回；`deadline_passed` 期限已过；`sector_fixed` 领域已定；`coordination_required` 尚未提级协调；`on_another_sheet` 已在其他工作单上；`not_on_sheet` 不在此工作单上；`sheet_empty` 工作单上没有事项；`sheet_full` 工作单已满；`sheet_not_confirmed` 责任单位尚未确认；`unit_declined` 该单位已不予确认；`wrong_sector` 领域不一致；`on_another_agenda` 已在其他会议议程上；`not_on_agenda` 不在此会议议程上；`agenda_empty` 会议没有议题；`resolution_missing` 尚有事项没有议定；`resolution_void` 有议定无法执行；`still_needed` 仍有未了事项；`already_exists` 已经存在；`nothing_changes` 没有变化；`too_many_attachments` 附件已达上限；`too_many_views` 保存的视图已达上限；`purged_content` 内容曾作为涉密内容清除 */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_large` 请求内容过大 */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `role_may_not` 当前岗位无此权限；`not_yours` 此事不在您手中；`segregation` 承办单位应当回避；`own_account` 不能办理自己的账号；`password_change_required` 须先修改初始密码 */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `purged` 内容已清除 */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal` 系统内部错误；`file_damaged` 附件缺失或损坏 */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method_not_allowed` 此地址不支持该方法 */
        MethodNotAllowed: {
            headers: {
                /** @description The methods that this path has. */
                Allow?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found` 没有找到 */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version_conflict` 内容已被他人更改 */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `if_match_required` 缺少版本号 */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `busy` 系统繁忙，请稍后再试 */
        ServiceUnavailable: {
            headers: {
                /** @description Seconds after which a new try makes sense. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_many_requests` 请求过于频繁 */
        TooManyRequests: {
            headers: {
                /** @description Seconds after which a new try makes sense. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_signed_in` 尚未登录或登录已失效；`wrong_password` 用户名或密码不正确 */
        Unauthorized: {
            headers: {
                /** @description Always `Bearer`. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_value` 输入有误；`proof_required` 缺少反映人的凭据；`unknown_field` 含有未知字段；`idempotency_mismatch` 幂等键已用于另一请求 */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type` 不支持的内容类型 */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_events: {
        parameters: {
            query?: {
                /** @description What it happened to. */
                noun?: components["schemas"]["Noun"];
                /** @description Of what has this number: a case, a work order, a meeting, a policy issue. */
                number?: string;
                /** @description What happened. */
                type?: components["schemas"]["EventType"];
                /** @description Who did it. */
                user?: components["schemas"]["UserId"];
                /** @description In which role. */
                role?: components["schemas"]["Role"];
                /** @description For which unit. */
                unit?: components["schemas"]["UnitId"];
                /** @description From this day on, Asia/Shanghai. */
                from?: string;
                /** @description Until this day, included. */
                to?: string;
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LogItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_calendar: {
        parameters: {
            query?: {
                /**
                 * @description From the calendar's first year to 2100; default: this year.
                 * @example 2021
                 */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The year. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_deadline: {
        parameters: {
            query: {
                /**
                 * @description A date (Asia/Shanghai) or an instant (RFC 3339); 2019-01-01 or later. The day itself isn't
                 *     counted.
                 * @example 2021-09-01
                 */
                from: string;
                /**
                 * @description 1 to 250.
                 * @example 5
                 */
                working_days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reckoning. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineView"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dry_run_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYear"];
            };
        };
        responses: {
            /** @description What would change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDryRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    import_calendar: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYear"];
            };
        };
        responses: {
            /** @description Imported. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_calendar_versions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_cases: {
        parameters: {
            query?: {
                /**
                 * @description Where it stands; several, separated by commas.
                 * @example in_progress,awaiting_verification
                 */
                state?: string;
                /** @description Only open, or only closed ones. */
                open?: boolean;
                /** @description The field. */
                sector?: components["schemas"]["Sector"];
                /** @description The channel. */
                channel?: components["schemas"]["Channel"];
                /** @description The level reached. */
                level?: number;
                /** @description The outcome. */
                outcome?: components["schemas"]["Outcome"];
                /** @description The unit in whose hands it is. */
                holder_unit?: components["schemas"]["UnitId"];
                /** @description The main unit of the open assignment. */
                main_unit?: components["schemas"]["UnitId"];
                /** @description Where it came in. */
                source_unit?: components["schemas"]["UnitId"];
                /** @description The light at this moment. */
                light?: components["schemas"]["Light"];
                /** @description 是否需要市级部门协调解决: the office's watch list. */
                needs_municipal_coordination?: boolean;
                /** @description Accepted on this day or later. */
                accepted_from?: string;
                /** @description Accepted on this day or earlier. */
                accepted_to?: string;
                /** @description The number, whole. */
                number?: components["schemas"]["Number"];
                /**
                 * @description What to look for: a number (`2021-0001`, `No.0001`), or words that all stand in number, matter, reason,
                 *     problem or the name of an organisation. Two characters find; persons are found by `search_person` only.
                 * @example 燃气 过户
                 */
                q?: string;
                /** @description The order. */
                sort?: "due" | "accepted";
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
                /** @description Whether to count all. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    register_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Registered. */
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    find_repeats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindRepeats"];
            };
        };
        responses: {
            /** @description Likely repeats. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikelyRepeats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_former_cases: {
        parameters: {
            query?: {
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_matters: {
        parameters: {
            query?: {
                /** @description Words of the matter; without any, all. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matters"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    search_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonQuery"];
            };
        };
        responses: {
            /** @description The cases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesFound"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accept_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Accept"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    add_co_unit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCo"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    add_material: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMaterial"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    answer_dissatisfaction: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDissatisfaction"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    add_attachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case. */
                id: string;
                /** @description The attachment, by the place of its event in the case's history. */
                attachment: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    /** @description The digest. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description The range asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    close_duplicate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseDuplicate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    close_out_of_scope: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOutOfScope"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    close_unsolved: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseUnsolved"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correct_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correct"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    correct_contact: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectContact"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decide_extension: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExtension"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decline_opinion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineOpinion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    explain_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Explain"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    give_co_opinion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveCoOpinion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    give_feedback: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveFeedback"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    give_opinion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveOpinion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    hand_over_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    hand_over_sector: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverSector"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_case_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    note_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Note"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pass_on: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassOn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_precedents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The precedents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Precedents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    propose_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    purge_classified: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeClassified"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    raise_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Raise"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rate_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recall_opinion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecallOpinion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recall_referral: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecallReferral"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receive_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Receive"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    record_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCallback"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    record_reply: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refer_up: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferUp"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refuse_coordination: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseCoordination"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refuse_referral: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseReferral"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refuse_reopen: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseReopen"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    remand_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Remand"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reopen_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    report_coordinated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCoordinated"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_coordination: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCoordination"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_extension: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExtension"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_opinion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOpinion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_referral: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReferral"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_reopen: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReopen"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    return_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCase"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    return_to_intake: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnToIntake"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reveal_personal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reveal"];
            };
        };
        responses: {
            /** @description The value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rule_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rule_sector: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSector"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    send_back: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBack"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    solve_on_the_spot: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SolveOnTheSpot"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    submit_to_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitToMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_suggestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verify_solved: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifySolved"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdraw_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdraw"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_demo_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccounts"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_words: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionary"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_inbox: {
        parameters: {
            query?: {
                /** @description Only this. */
                kind?: components["schemas"]["TaskKind"];
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    count_inbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Me. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_meetings: {
        parameters: {
            query?: {
                /** @description Where it stands. */
                state?: components["schemas"]["MeetingState"];
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MeetingSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    plan_meeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanMeeting"];
            };
        };
        responses: {
            /** @description Planned. */
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_meeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    add_agenda_cases: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAgendaCases"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    arrange_agenda: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeAgenda"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    call_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancel_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_meeting_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    hold_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    remove_agenda_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveAgendaCase"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resolve_agenda_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveCase"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sign_meeting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The meeting. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignMeeting"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description Only those that the asker hasn't read. */
                unread?: boolean;
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    read_all_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAll"];
            };
        };
        responses: {
            /** @description Read. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    read_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The notice. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_policy_issues: {
        parameters: {
            query?: {
                /** @description Where it stands. */
                state?: components["schemas"]["PolicyIssueState"];
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PolicyIssueSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_policy_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The issue. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The issue. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyIssueView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_policy_issue_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The issue. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    report_policy_issue: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The issue. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPolicyIssue"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_progress: {
        parameters: {
            query: {
                /** @description The enquiry code given at registration. */
                code: string;
            };
            header?: never;
            path: {
                /** @description The case's number. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    answer_as_reporter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case's number. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerAsReporter"];
            };
        };
        responses: {
            /** @description The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rate_as_reporter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case's number. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateAsReporter"];
            };
        };
        responses: {
            /** @description The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    request_reopen_as_reporter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The case's number. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReopenAsReporter"];
            };
        };
        responses: {
            /** @description The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_saved_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    save_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedView"];
            };
        };
        responses: {
            /** @description Saved. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    forget_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    switch_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Post"];
            };
        };
        responses: {
            /** @description Switched. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renew_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Renewed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsInForce"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettings"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_settings_history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_custody: {
        parameters: {
            query: {
                /** @description The first day, Asia/Shanghai; not to come. */
                from: string;
                /** @description The last day, Asia/Shanghai; at most 366 days in all. */
                to: string;
                /** @description This unit's alone. */
                unit?: components["schemas"]["UnitId"];
                /** @description Of cases that are of this field now. */
                sector?: components["schemas"]["Sector"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyStatistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    follow_events: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `id` last received: what was missed since then comes first. Without it the stream begins now.
                 * @example 17
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Units"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description Entered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    close_unit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseUnit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    give_up_duty: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveUp"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_unit_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    place_unit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceUnit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rename_unit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameUnit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    take_over_duty: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The unit's code. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOver"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description Only those who hold a role in this unit. */
                unit?: components["schemas"]["UnitId"];
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins: the `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Entered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disable_user: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    enable_user: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnableUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    give_post: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivePost"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_user_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    take_post: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakePost"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_work_orders: {
        parameters: {
            query?: {
                /** @description Where it stands. */
                state?: components["schemas"]["SheetState"];
                /** @description The main unit. */
                main_unit?: components["schemas"]["UnitId"];
                /** @description How many, 1 to 200; default 50. */
                limit?: number;
                /** @description Where the page begins. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SheetSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    draft_work_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftSheet"];
            };
        };
        responses: {
            /** @description Drafted. */
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_work_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    add_cases: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCases"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    ask_confirmation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskConfirmation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancel_work_order: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancel"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirm_work_order: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decline_work_order: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dispatch_work_order: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dispatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_work_order_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    redraft_work_order: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    remove_case: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
                 * @example "7"
                 */
                "If-Match": string;
                /** @description Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The work order. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveCase"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_workload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
