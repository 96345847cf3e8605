// Made from docs/openapi.json by `npm run docs`.
export interface paths {
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đăng nhập bằng tài khoản cơ sở / Sign in with a local account */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bước hai: mã xác thực / Second step: the code */
        post: operations["signInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tôi là ai, được làm gì / Who am I, what may I do? */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Đăng xuất / Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đổi mật khẩu / Change the password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xác nhận lại danh tính / Confirm who you are */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bắt đầu cài xác thực hai lớp / Set up a second factor */
        post: operations["enrolSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mã đầu tiên: bắt đầu dùng / The first code: in use from now */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các phiên đang mở của tôi / My open sessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Kết thúc một phiên của tôi / End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/vneid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đăng nhập bằng định danh điện tử / Sign in with the national identity */
        get: operations["signInWithVneid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/vneid/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quay về từ nhà cung cấp định danh / The way back */
        get: operations["signInWithVneidCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lần gián đoạn trong 90 ngày / Outages of the last 90 days */
        get: operations["listOutages"];
        put?: never;
        /** Ghi nhận một lần gián đoạn; hạn khai báo được lùi / Record an outage; deadlines move */
        post: operations["declareOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outages/{outageId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút lại; lưu trú đã được lùi hạn giữ nguyên / Withdraw; stays that had the benefit keep it */
        post: operations["withdrawOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các địa chỉ nhận tin / Endpoints */
        get: operations["listWebhooks"];
        put?: never;
        /** Đăng ký nhận tin / Register an endpoint */
        post: operations["registerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ngừng nhận tin / Remove an endpoint */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{endpointId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đổi khóa ký; khóa cũ còn dùng 24 giờ / A new secret */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi thử một tin / Send a test message */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhật ký gửi / Delivery log */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{endpointId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi lại / Send again */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khai báo cả gia đình, cả đoàn một lần / Declare a family or group at once
         * @description Ghi nhận tất cả hoặc không ai. / All or none.
         */
        post: operations["declareGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khách cũ của chính cơ sở / People who stayed here before
         * @description Khai báo lại với person.fromStayId, không phải nhập lại. / Declare with person.fromStayId.
         */
        post: operations["suggestPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các chuyến xe / Trips, newest first */
        get: operations["listTrips"];
        put?: never;
        /** Tạo chuyến xe từ tuyến mẫu / Create a trip from a route */
        post: operations["createTrip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trips/{tripId}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xuất bến, đến điểm dừng, đến nơi, hủy, đổi xe / Move a trip on
         * @description Đến điểm dừng hoặc đến nơi: hành khách xuống ở đó được trả khách. / Who gets off there is checked out.
         */
        post: operations["actOnTrip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trips/{tripId}/passengers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thêm hành khách, từng người hoặc cả danh sách / Add passengers */
        post: operations["addPassengers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/discharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ra viện theo danh sách số hồ sơ / Discharge a list of record numbers
         * @description Mỗi bệnh nhân ra viện cùng mọi thân nhân, độc lập với người khác; gửi lại cùng Idempotency-Key không làm hai lần. / Each patient leaves with all relatives, apart from the others; a repeat under the same Idempotency-Key does nothing twice.
         */
        post: operations["dischargePatients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ra viện, hoàn tác, chuyển khoa / Discharge, undo, transfer
         * @description Ra viện kết thúc lưu trú của bệnh nhân và của mọi thân nhân. / A discharge ends the stays of patient and relatives.
         */
        post: operations["actOnPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Người không có giấy tờ và cơ sở ngừng khai báo trong địa bàn / People without papers and silent facilities of the area */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/notices/{stayId}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đánh dấu đã xem / Mark as seen */
        post: operations["seeNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bàn trực: cảnh báo theo thời gian thực (server-sent events) / The duty desk, as it happens
         * @description Sự kiện alert: mã cảnh báo, loại danh sách, cơ sở, mức điểm; nội dung về người xem ở GET /v1/police/alerts/{alertId}. Sự kiện over: phiên đã hết hoặc quyền bị thu hồi. Nối lại với Last-Event-ID. / Events `alert` name alert, kind of list, facility and class of score; the people are at GET /v1/police/alerts/{alertId}. An event `over` ends the stream: the session or the grant is gone. Connect again with Last-Event-ID.
         */
        get: operations["followAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cảnh báo của bàn trực, không nêu người / The alerts of the desk, without the people */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai được khai báo, ai bị theo dõi, vì sao giống / Who was declared, who is listed, and why they fit
         * @description Lần xem được ghi nhận trước khi trả lời; mục đích là căn cứ pháp lý của danh sách. / The look is recorded before it is answered; its purpose is the legal basis of the list.
         */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/{alertId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhận cảnh báo / Take an alert */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/{alertId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bàn giao cho bàn trực khác, ca sau / Hand over to a desk */
        post: operations["handOverAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/{alertId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đóng với kết quả / Close with the outcome */
        post: operations["closeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/alerts/{alertId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Rút lại kết luận không phải người này / Take back that it is not the person */
        delete: operations["revokeAlertDecision"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/entry-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tệp Excel mẫu để nhập mục / An empty form for entries */
        get: operations["getWatchListTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các mục của danh sách / The entries of a list */
        get: operations["listWatchListEntries"];
        put?: never;
        /** Đề nghị thêm, sửa, rút mục / Propose to add, change or withdraw entries */
        post: operations["proposeWatchListEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một mục, mọi phiên bản / An entry with its versions */
        get: operations["getWatchListEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhập mục từ Excel, CSV: xem trước, rồi đề nghị / Entries from Excel or CSV: preview, then propose
         * @description Nội dung yêu cầu là chính tệp, tối đa 10.000 dòng. / The body is the file itself, 10,000 rows at most.
         */
        post: operations["importWatchListEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các danh sách của đơn vị / The lists of the unit */
        get: operations["listWatchLists"];
        put?: never;
        /**
         * Đề nghị lập danh sách / Propose a list
         * @description Có hiệu lực khi người khác duyệt. / In force once somebody else approves it.
         */
        post: operations["proposeWatchList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một danh sách, mọi phiên bản / A list with its versions */
        get: operations["getWatchList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đề nghị sửa danh sách / Propose a change of a list */
        post: operations["proposeWatchListChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-lists/{listId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đề nghị rút danh sách / Propose to end a list */
        post: operations["proposeWatchListWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-list-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị chờ duyệt / Proposals to decide on */
        get: operations["listWatchListProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-list-proposals/{proposalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị thay đổi gì, so với hiện tại / What a proposal changes, beside what is there */
        get: operations["getWatchListProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-list-proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt; người đề nghị không tự duyệt được / Approve; never one’s own */
        post: operations["approveWatchListProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-list-proposals/{proposalId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Từ chối, nêu lý do / Refuse, with the reason */
        post: operations["refuseWatchListProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch-list-proposals/{proposalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút lại đề nghị của mình / Take one’s own back */
        post: operations["cancelWatchListProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/kbtt-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tình hình chuyển tiếp / How forwarding goes */
        get: operations["getKbttAccount"];
        /** Chuyển tiếp khai báo tới cổng bằng tài khoản này / Forward stays to the portal under this user */
        put: operations["setKbttAccount"];
        post?: never;
        /** Ngừng chuyển tiếp / Forward no more */
        delete: operations["removeKbttAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/client-service/kbtt-vn/kbtt-3th": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khai báo khách Việt Nam theo mẫu cổng / As the portal: Vietnamese guests
         * @description Ảnh giấy tờ được nhận nhưng không lưu. / Photos of papers are accepted and not kept.
         */
        post: operations["kbttDeclareVietnamese"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/client-service/kbtt/kbtt-3th": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Khai báo khách nước ngoài theo mẫu cổng / As the portal: foreigners */
        post: operations["kbttDeclareForeigners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/client-service/kbtt-vn/kbtt-3th/doi-ngay-tra-phong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả sớm (TS), gia hạn (GH) / Leave early, extend */
        post: operations["kbttChangeDeparture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/client-service/kbtt/kbtt-3th/doi-ngay-tra-phong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Như trên, dưới đường dẫn khác / The same under another path */
        post: operations["kbttChangeDepartureToo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorization-service/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lấy token như cổng / A token, as the portal gives it
         * @description HTTP Basic: mã khóa API và bí mật; username, password: tài khoản của cơ sở. / Basic: id and secret of an API key.
         */
        post: operations["kbttToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorization-service/oauth/refresh-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Làm mới token / Refresh */
        post: operations["kbttRefreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorization-service/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thu hồi token / Revoke */
        delete: operations["kbttRevokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/dm-qt/3th/get-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quốc tịch / Nationalities */
        get: operations["kbttNationalities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/dm-tinh-tp/get-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tỉnh, thành phố / Provinces */
        get: operations["kbttProvinces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/dm-phuong-xa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phường, xã của một tỉnh (trucThuocTinh) / Wards of a province */
        get: operations["kbttWards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/ly-do-cu-tru/get-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lý do cư trú / Reasons */
        get: operations["kbttReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/loai-giay-to/get-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Loại giấy tờ / Document types */
        get: operations["kbttDocumentTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cms-backend/public/noi-cu-tru/get-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nơi cư trú / Residence kinds */
        get: operations["kbttResidenceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các tệp đã gửi / Past batches */
        get: operations["listBatches"];
        put?: never;
        /**
         * Gửi tệp khai báo (Excel, CSV, XML, JSON Lines) / Send a file of declarations
         * @description Nội dung yêu cầu là chính tệp. Loại tệp được nhận ra bằng cách xem bên trong. 202 nghĩa là tệp đã được lưu; theo dõi ở links.events. / The body is the file itself; what it is, is seen by looking inside. 202 means that it is kept; follow links.events.
         */
        post: operations["createBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tiến độ một tệp / Progress of a batch */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kết quả từng dòng / What became of the rows */
        get: operations["listBatchRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi nhận tệp đã kiểm tra / Commit a validated batch */
        post: operations["commitBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dừng xử lý; các dòng đã ghi nhận vẫn giữ / Stop; rows recorded by then stay */
        post: operations["cancelBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Theo dõi tiến độ (server-sent events) / Follow the progress
         * @description Mỗi sự kiện progress là nội dung của GET /v1/batches/{batchId}; kết thúc khi lô xong. / Each event `progress` holds the batch.
         */
        get: operations["watchBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chính tệp đã gửi, có cột kết quả và ô sai tô màu / Your own file, marked */
        get: operations["getBatchResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/faulty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các dòng còn phải sửa, kèm nội dung ô / Rows still to be mended, with their cells
         * @description Dòng đang gửi lại hoặc đã ghi nhận không còn ở đây. Mỗi lần xem được ghi vào nhật ký. / Rows on their way or recorded are left out. Each look is itemised in the audit trail.
         */
        get: operations["listFaultyRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/mended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi lại các dòng đã sửa / Send mended rows again
         * @description Thành một lô mới, được kiểm tra và ghi nhận như mọi tệp; số dòng là của tệp gốc. Dòng đã ghi nhận hoặc đang gửi lại bị từ chối, nêu rõ từng dòng, và khi đó không dòng nào được gửi. / They become one new batch that is checked and recorded like any other file; rows keep their numbers. Rows recorded or on their way are refused by name, and then none is sent.
         */
        post: operations["mendRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{form}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các cột của mẫu, kèm danh mục chọn / The columns of a form, with what can be chosen */
        get: operations["getFormColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tệp Excel mẫu, có danh sách thả xuống và hướng dẫn / An empty form with drop-downs and instructions */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải dữ liệu của cơ sở theo mẫu của cổng / Take your data anywhere, in the form of the portal */
        get: operations["exportStays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hệ thống đang giữ gì của cơ sở / What do you hold for me? */
        get: operations["listStays"];
        put?: never;
        /**
         * Khai báo một lưu trú / Declare a stay
         * @description Câu trả lời 201 nghĩa là đã ghi bền vững. Gửi lại với cùng Idempotency-Key nhận lại đúng câu trả lời đầu tiên. / A 201 means durably recorded. A repeat under the same Idempotency-Key gets the first answer.
         */
        post: operations["declareStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kiểm tra thử, không ghi nhận / Dry run: the same rules, nothing recorded */
        post: operations["validateStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xem một lưu trú / Read one stay */
        get: operations["getStay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trả phòng, ra viện theo danh sách / Check out a list
         * @description Mỗi người được xử lý độc lập; gửi lại cùng Idempotency-Key không làm hai lần. / Each person is handled on its own; a repeat under the same Idempotency-Key does nothing twice.
         */
        post: operations["checkOutStays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả phòng, ra viện / Check out */
        post: operations["checkOutStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/leave-early": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả sớm hơn dự kiến / Leave before the expected departure */
        post: operations["leaveStayEarly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gia hạn / Extend */
        post: operations["extendStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/undo-check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hoàn tác trả phòng / Undo a check-out */
        post: operations["undoCheckOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Điều chỉnh / Correct any field
         * @description Tạo phiên bản mới nối với phiên bản cũ; giữ nguyên thời điểm khai báo đầu tiên, không bị tính trễ hạn. / Makes a new version linked to the old; the first stamp stays, a correction is never late.
         */
        post: operations["correctStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hủy khai báo, có lý do / Cancel, with a reason */
        post: operations["cancelStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lịch sử một lưu trú / Every version of a stay */
        get: operations["getStayHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trips/{tripId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xem một chuyến xe / Read one trip */
        get: operations["getTrip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tạo đợt điều trị nội trú / Record an admission
         * @description Bệnh nhân và thân nhân khai báo lưu trú theo patientId nhận được. / Stays of the patient and the relatives refer to the patientId.
         */
        post: operations["admitPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xem một đợt điều trị / Read one admission */
        get: operations["getPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các cơ sở khóa này được khai báo / The facilities this key acts for */
        get: operations["listFacilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quầy của mã QR / The desk of a QR code */
        get: operations["getDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khách tự khai / Guests enter their own data
         * @description Chưa phải thông báo lưu trú: quầy đối chiếu giấy tờ rồi mới khai báo. / Not a declaration yet: the desk compares it with the papers and declares.
         */
        post: operations["enterGuests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bản tự khai của mình đến đâu / How the own entry stands */
        get: operations["getOwnEntry"];
        put?: never;
        post?: never;
        /** Rút lại bản tự khai / Take the own entry back */
        delete: operations["withdrawOwnEntry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/desk-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mã QR tại quầy / The QR code of the desk */
        get: operations["getDeskLink"];
        put?: never;
        /** Tạo mã QR mới; mã cũ mất hiệu lực ngay / A new QR code; the old one is worthless at once */
        post: operations["renewDeskLink"];
        /** Thu hồi mã QR / Withdraw the QR code */
        delete: operations["withdrawDeskLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/guest-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khách tự khai đang chờ / Entries that wait */
        get: operations["listGuestEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/guest-entries/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bao nhiêu bản tự khai đang chờ / How many wait */
        get: operations["countGuestEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/guest-entries/{entryId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở để đối chiếu giấy tờ / Open, to compare it with the papers
         * @description Ghi vào nhật ký như khi xem một lưu trú. / An entry of the audit trail, as reading a stay is.
         */
        post: operations["openGuestEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/guest-entries/{entryId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lại bản tự khai / Send an entry back */
        post: operations["refuseGuestEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách tài khoản / Accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Tạo tài khoản / Create an account */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cấp vai trò / Grant a role */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thu hồi vai trò / Revoke a role */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Khóa tài khoản, có hiệu lực ngay / Disable an account at once */
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mở lại tài khoản, cấp mật khẩu mới, gỡ xác thực hai lớp / Open again, new password, second factor removed */
        post: operations["restoreAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các vai trò có thể cấp / The roles that can be granted */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhân viên của cơ sở / Staff of the facility */
        get: operations["listStaff"];
        put?: never;
        /** Thêm nhân viên lễ tân / Add a clerk */
        post: operations["addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/staff/{accountId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cấp lại mật khẩu cho nhân viên / New password for a clerk */
        post: operations["resetStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/staff/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Nhân viên nghỉ việc: mất quyền ngay / Remove a clerk at once */
        delete: operations["removeStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhà cung cấp đang được ủy quyền / Vendors delegated to */
        get: operations["listDelegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/delegations/{vendor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ủy quyền, hoặc đổi phạm vi ủy quyền / Delegate, or change it */
        put: operations["delegate"];
        post?: never;
        /** Thu hồi ủy quyền / Revoke a delegation */
        delete: operations["revokeDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khóa API còn hiệu lực / API keys in force */
        get: operations["listApiKeys"];
        put?: never;
        /** Tạo khóa API; tối đa hai khóa cùng lúc để thay khóa / Make an API key; two at most, for rotation */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thu hồi khóa API, có hiệu lực trong vài giây / Revoke a key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khóa của hệ thống công an và IOC / Keys of police systems and operations centres */
        get: operations["listPartnerKeys"];
        put?: never;
        /** Cấp khóa cho hệ thống của một đơn vị công an hoặc IOC / Issue a key to a police unit’s system or an operations centre */
        post: operations["createPartnerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thu hồi khóa / Revoke a key */
        delete: operations["revokePartnerKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner/police/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tìm người lưu trú cho hệ thống của một đơn vị công an / Search for people, for a police unit’s system
         * @description Chỉ với khóa do quản trị cấp cho đơn vị. Mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, content-digest; created, keyid, nonce), chữ ký chỉ dùng một lần. Giới hạn và nhật ký như khi cán bộ tự tra cứu. / Only with a key that an administrator issued to the unit. Every request is signed as RFC 9421 says (Ed25519 over @method, @path, content-digest; created, keyid, nonce), each signature good once. Limits and audit are those of an officer who searches.
         */
        post: operations["partnerSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facility-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hồ sơ trong địa bàn / Applications of the area */
        get: operations["listApplications"];
        put?: never;
        /** Đăng ký cơ sở / Apply for a facility */
        post: operations["applyForFacility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facility-applications/status/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tra cứu kết quả hồ sơ / Ask after an application */
        get: operations["applicationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facility-applications/{applicationId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt hồ sơ / Approve */
        post: operations["approveApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facility-applications/{applicationId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Từ chối hồ sơ, nêu lý do / Refuse, with the reason */
        post: operations["refuseApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facilityId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đình chỉ / Suspend */
        post: operations["suspendFacility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facilityId}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cho hoạt động lại / Reinstate */
        post: operations["reinstateFacility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facilityId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đóng cơ sở / Close */
        post: operations["closeFacility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facilityId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các phiên bản của cơ sở / Versions of the facility */
        get: operations["facilityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Đổi thông tin cơ sở; mọi phiên bản đều được lưu / Change the facility; every version is kept */
        patch: operations["changeFacility"];
        trace?: never;
    };
    "/v1/police/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xem một lưu trú trong địa bàn, có mục đích / Look at a stay of the area, for a purpose
         * @description Lần xem được ghi nhận trước khi trả lời; người được xem sẽ thấy lần xem này. / The look is recorded before it is answered, and the person will see it.
         */
        post: operations["inspectStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mọi lưu trú của một người trong địa bàn, và người đi cùng / All stays of a person, and companions
         * @description Cho biết một lưu trú (facilityId và stayId) hoặc số giấy tờ. Mỗi người hiện ra, kể cả người đi cùng, sẽ thấy lần xem này. / Name a stay (facilityId and stayId) or a document number. Everybody shown, companions too, will see the look.
         */
        post: operations["viewPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lần của mình / One’s own */
        get: operations["ownBreakGlasses"];
        put?: never;
        /**
         * Mở tra cứu khẩn cấp ngoài địa bàn / Look beyond the jurisdiction in an emergency
         * @description Chỉ huy của đơn vị thấy ngay. Hết hạn theo giờ; mọi lần xem dùng breakGlassId được ghi riêng và phải được chỉ huy xem xét sau đó. / The supervisors see it at once. It expires by the clock; looks that name it are recorded as such and reviewed afterwards.
         */
        post: operations["openBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/break-glass/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lần của cán bộ mình chỉ huy, kể cả đang mở / Those of one’s officers, open ones among them */
        get: operations["supervisedBreakGlasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/break-glass/reviews/{breakGlassId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lý do và mọi lần xem đã dùng tới / Its reason and all that was looked at under it */
        get: operations["breakGlassFile"];
        put?: never;
        /** Xem xét một lần đã kết thúc / Review one that is over */
        post: operations["reviewBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/break-glass/reviews/{breakGlassId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chỉ huy kết thúc sớm một lần đang mở / End an open one as a supervisor */
        post: operations["endOfficersBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/break-glass/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kết thúc sớm một lần, hoặc mọi lần, của mình / End one of one’s own, or all, early */
        post: operations["endBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mâu thuẫn trong việc đi lại, trong địa bàn / Contradictions in movements, of the area
         * @description Không nêu tên ai; phần ngoài địa bàn chỉ được báo là có. / Names nobody; what lies outside the area is only said to exist.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/findings/{findingId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xem phát hiện nói về ai, có mục đích / See who it is about, for a purpose */
        post: operations["openFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/findings/{findingId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kết luận phần trong địa bàn / Decide the part that lies in the area */
        post: operations["decideFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tìm người lưu trú trong địa bàn / Search for people within the area
         * @description Mỗi lần tìm, mỗi trang đều được ghi nhận trước khi trả lời; người được hiện ra sẽ thấy lần xem này. Tra cứu có giới hạn theo giờ và ngày. / Every search and page is recorded before it is answered, and the people shown will see the look. Searches are limited by the hour and the day.
         */
        post: operations["searchPersons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/supervision/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cán bộ trong đơn vị đã tra cứu gì, không có giá trị tiêu chí / Searches of own officers, without values */
        get: operations["listSupervisedSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/supervision/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cảnh báo về việc tra cứu của cán bộ / Notices about searches of own officers */
        get: operations["listSearchNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/police/supervision/notices/{noticeId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đã xử lý cảnh báo / Acknowledge a notice */
        post: operations["acknowledgeSearchNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mức độ chấp hành của các cơ sở, nhiều điểm trước / How facilities declare, the most points first */
        get: operations["listFacilityStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/facilities/{facilityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một cơ sở: chỉ số, giải thích và 12 tuần gần nhất / One facility, explained, with its last twelve weeks */
        get: operations["getFacilityStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xếp hạng phường, xã theo điểm trên mỗi cơ sở / Wards by points for each facility */
        get: operations["rankWards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/monthly-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng số liệu tháng của phường hoặc toàn địa bàn / Figures of a month, of a ward or all of the area */
        get: operations["getMonthlySheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ghi chú kiểm tra trong địa bàn / Notes of the area */
        get: operations["listNotes"];
        put?: never;
        /**
         * Ghi chú một lần kiểm tra cơ sở / Write a note on a visit
         * @description Khung tiền phạt chỉ được hiển thị bên cạnh số khách; hệ thống không tự quyết định. / The band of the fine is shown beside the number of guests; the system decides nothing.
         */
        post: operations["writeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mọi phiên bản của một ghi chú / Every version of a note */
        get: operations["getNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/notes/{noteId}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Viết lại; bản cũ được giữ / Write anew; the old one is kept */
        post: operations["reviseNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/notes/{noteId}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cho cơ sở xem / Show it to the facility */
        post: operations["shareNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compliance/notes/{noteId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút lại; vẫn được lưu / Withdraw; it is kept */
        post: operations["withdrawNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chỉ số chấp hành của cơ sở mình, như công an thấy / Own indicators, as the police sees them */
        get: operations["getOwnCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/compliance/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ghi chú kiểm tra mà công an cho cơ sở xem / Notes that the police shares with the facility */
        get: operations["listOwnNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/compliance/notes/{noteId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lời ghi chú kiểm tra / Answer a note */
        post: operations["answerNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chính sách dữ liệu của cơ quan mình / What one’s own authority may read */
        get: operations["listOwnAuthorityPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lưu trú, chỉ các cột mà chính sách mở / Stays, only the columns that the policy opens */
        get: operations["readAuthorityStays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cơ sở theo chính sách / Facilities by the policy */
        get: operations["readAuthorityFacilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chuyến xe và số hành khách theo chính sách / Trips and passengers by the policy */
        get: operations["readAuthorityTrips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chính sách đang áp dụng, và những gì chính sách có thể nêu / Policies in force, and what a policy may name */
        get: operations["listAuthorityPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policies/{policyId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mọi phiên bản / Every version there was */
        get: operations["listAuthorityPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policies/{policyId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đề nghị thay chính sách / Propose what a policy should say instead
         * @description Có hiệu lực khi quản trị viên khác duyệt. / In force once another administrator approves it.
         */
        post: operations["proposeAuthorityPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policy-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị chờ duyệt / Proposals to decide on */
        get: operations["listAuthorityPolicyProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policy-proposals/{proposalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị thay đổi gì, so với hiện tại / What a proposal changes, beside what is there */
        get: operations["getAuthorityPolicyProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policy-proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt; người đề nghị không tự duyệt được / Approve; never one’s own */
        post: operations["approveAuthorityPolicyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policy-proposals/{proposalId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Từ chối / Refuse */
        post: operations["refuseAuthorityPolicyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authority-policy-proposals/{proposalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút lại đề nghị của mình / Take one’s own back */
        post: operations["cancelAuthorityPolicyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các chỉ tiêu và tiêu thức, định nghĩa, đơn vị, căn cứ / Measures and dimensions, what they mean and why */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Số liệu theo chỉ tiêu, tiêu thức và kỳ trong địa bàn / Figures of the area by measures, dimensions and period */
        get: operations["getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đang lưu trú và quá hạn lúc này trong địa bàn / Who is in house and overdue now in the area */
        get: operations["getPeopleInHouse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/workers-long-stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Người lao động ở nhà ở khu công nghiệp từ 30 ngày, và trong đó chưa ghi nhận đăng ký tạm trú, theo khu và doanh nghiệp / Workers who live in zone housing for 30 days and more, and those of them without a recorded registration */
        get: operations["getWorkersLongStay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/form-015n": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Biểu 015.N của một năm: cơ sở lưu trú phục vụ khách theo hạng / Form 015.N of a year: lodging by class */
        get: operations["getForm015n"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ngày khác thường của địa bàn, kèm cách tính / Unusual days of the area, and how that was reckoned */
        get: operations["listAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/anomalies/{noteId}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi nhận xét sau khi tìm hiểu / Say what was found out */
        post: operations["remarkAnomaly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trang ngừng nhận / The page to unsubscribe */
        get: operations["unsubscribePage"];
        put?: never;
        /** Ngừng nhận theo liên kết trong thư / Unsubscribe by the link of a mail */
        post: operations["unsubscribeByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Báo cáo định kỳ của mình / One’s own scheduled reports */
        get: operations["listSubscriptions"];
        put?: never;
        /** Đăng ký báo cáo định kỳ qua thư hoặc webhook; địa chỉ thư mới cần xác nhận bằng mã / Have a report made at fixed times; a new mail address is confirmed by a code */
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Xóa / Delete */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        /** Đổi câu hỏi, định dạng, giờ / Another question, format or time */
        patch: operations["changeSubscription"];
        trace?: never;
    };
    "/v1/statistics/subscriptions/{subscriptionId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xác nhận địa chỉ bằng mã trong thư / Confirm the address */
        post: operations["confirmSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions/{subscriptionId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tạm dừng / Pause */
        post: operations["pauseSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions/{subscriptionId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tiếp tục / Go on */
        post: operations["resumeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/subscriptions/{subscriptionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lần gửi gần nhất / What became of it lately */
        get: operations["listReportDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đang lưu trú lúc này / In house now
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocNow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu theo ngày của cả đơn vị / Figures of the unit by day
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu theo tháng của cả đơn vị / Figures of the unit by month
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu một tháng theo phường, xã / Figures of a month by ward
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tình trạng đồng bộ với CSDL quốc gia / How the synchronisation is doing
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dòng thay đổi của số liệu, theo con trỏ / The stream of changes, by cursor
         * @description Chỉ với khóa do quản trị cấp cho trung tâm điều hành; mỗi yêu cầu phải ký theo RFC 9421 (Ed25519: @method, @path, @query nếu có; created, keyid, nonce), chữ ký chỉ dùng một lần. / Only with a key issued to an operations centre; every request is signed as RFC 9421 says (Ed25519 over @method, @path and @query; created, keyid, nonce), each signature good once.
         */
        get: operations["iocChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Địa chỉ được đẩy số liệu / Where changes are pushed to */
        get: operations["iocListWebhooks"];
        put?: never;
        /** Đăng ký địa chỉ nhận thay đổi, theo thứ tự, có chữ ký / Have changes pushed, in order and signed */
        post: operations["iocRegisterWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/webhooks/{endpointId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Khóa ký mới; mở lại địa chỉ đã bị tắt / A new secret; enables what was disabled */
        post: operations["iocRotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ioc/webhooks/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ngừng đẩy tới địa chỉ / Push nothing there any more */
        delete: operations["iocRemoveWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r1/{instance}/{memberClass}/{memberCode}/{subsystem}/{service}/{resource}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu cho IOC qua trục liên thông, theo X-Road REST r1 / The same figures in the form of X-Road REST r1
         * @description service là ioc; resource và tham số như /v1/ioc/{resource}. Khóa và chữ ký như /v1/ioc; X-Road-Client phải là một trong các thành viên của khóa. / The service is ioc; resource and parameters are those of /v1/ioc/{resource}, key and signature too; X-Road-Client must be one of the members of the key.
         */
        get: operations["xroadRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh mục dữ liệu mở (DCAT-AP, JSON-LD) / The catalogue of open data */
        get: operations["getOpenDataCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/lodging-monthly/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ý nghĩa các cột (CSV on the Web) / What the columns mean */
        get: operations["getOpenDataSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/lodging-monthly/{province}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Số liệu lưu trú của một tháng, CSV hoặc JSON / Figures of lodging of one month, CSV or JSON */
        get: operations["getOpenDataMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/self/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lưu trú của tôi / My stays */
        get: operations["listOwnStays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/self/stays/{stayId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Giấy tiếp nhận lưu trú của tôi / The receipt of my stay */
        get: operations["getOwnReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/self/stays/{stayId}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Giấy tiếp nhận của tôi để in, có mã QR / Mine to print, with QR */
        get: operations["printOwnReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/self/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ai đã xem lưu trú của tôi, khi nào, để làm gì / Who looked at my stays, when and what for */
        get: operations["listOwnLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/self/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Yêu cầu đính chính của tôi / My requests */
        get: operations["listOwnCorrections"];
        put?: never;
        /** Yêu cầu đính chính / Ask for a correction */
        post: operations["requestCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhật ký thay đổi và lượt xem / Changes and looks */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhật ký đã niêm phong đến đâu / How far the trail is sealed */
        get: operations["sealState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kiểm tra niêm phong của một khoảng thời gian / Verify the seals of a period */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hàng chờ, tốc độ, cầu dao, lưu trú bị chặn / Backlog, rate, breakers, blocked stays */
        get: operations["deliveryStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sự kiện bị gác lại, lâu nhất trước / Events set aside, the longest first */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi lại, tối đa 5000 mỗi lần / Send again, at most 5000 a call */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tạm dừng gửi; khai báo vẫn được nhận / Pause; declarations are accepted as before */
        post: operations["pauseDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi tiếp / Go on */
        post: operations["resumeDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Yêu cầu đính chính đang chờ, gấp nhất trước / The most urgent first */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{requestId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lời yêu cầu đính chính / Answer a request */
        post: operations["answerCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Giấy tiếp nhận / The receipt of a stay */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stays/{stayId}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Giấy tiếp nhận để in, có mã QR / The receipt to print, with QR */
        get: operations["printReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{facility}/digests/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng tổng hợp có chữ ký của một ngày đã qua / Signed digest of a day that is over */
        get: operations["getDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trang kiểm tra giấy tiếp nhận / The page for people */
        get: operations["verifyReceiptPage"];
        put?: never;
        /** Kiểm tra giấy tiếp nhận / Check a receipt */
        post: operations["verifyReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/verify.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mã của trang kiểm tra / Script of the page */
        get: operations["verifyReceiptScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khóa công khai để kiểm tra giấy tiếp nhận / Public keys (RFC 7517) */
        get: operations["jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/code-tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các danh mục mã / The code tables */
        get: operations["listCodeTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/code-tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các mã đang dùng của một danh mục / The codes of a table in force */
        get: operations["getCodeTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quy định theo thời gian, kèm căn cứ / Dated rules with their legal source */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/provinces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 34 tỉnh, thành phố / The 34 provinces */
        get: operations["listProvinces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/provinces/{code}/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các xã, phường, đặc khu của một tỉnh / The wards of a province */
        get: operations["listWards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một đơn vị hành chính và tỉnh của nó / An administrative unit and its province */
        get: operations["getAdminUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tìm xã, phường hiện nay của một địa chỉ / Today’s ward of an address */
        get: operations["resolveAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Giải thích một mã lỗi / Explain a problem code */
        get: operations["explainProblem"];
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
        TextResponse: {
            vi: string;
            en: string;
        };
        IssueResponse: {
            /**
             * @description JSON pointer into the request
             * @example /place/room
             */
            pointer: string;
            /**
             * @description Stable code, explained at /problems/{code}
             * @example room-not-listed
             */
            code: string;
            /** @example text */
            valueClass: string;
            params?: {
                [key: string]: unknown;
            };
            message: components["schemas"]["TextResponse"];
            fix: components["schemas"]["TextResponse"];
        };
        ProblemResponse: {
            /** @example /problems/validation-failed */
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            traceId: string;
            errors?: components["schemas"]["IssueResponse"][];
        };
        SignInRequest: {
            /**
             * @description Tên đăng nhập / User name
             * @example letan.bachdang
             */
            username: string;
            /** @description Mật khẩu / Password */
            password: string;
        };
        SignedInResponse: {
            /**
             * @description Bước tiếp theo; full là đã xong / What comes next; full: nothing
             * @enum {string}
             */
            stage: "second-factor" | "password-change" | "enrolment" | "full";
            csrfToken: string;
        };
        CodeRequest: {
            /**
             * @description Mã 6 số của ứng dụng xác thực, hoặc mã khôi phục / Code of the authenticator app, or a recovery code
             * @example 123456
             */
            code: string;
        };
        SessionResponse: {
            /**
             * @description Bước tiếp theo; full là đã xong / What comes next; full: nothing
             * @enum {string}
             */
            stage: "second-factor" | "password-change" | "enrolment" | "full";
            csrfToken: string;
            /** Format: uuid */
            accountId: string;
            displayName: string;
            roles: string[];
            /** @description Quyền hiện có / Permissions now */
            permissions: string[];
            /** @description Đơn vị hành chính được giao / Administrative units of the grants */
            unitIds: string[];
            /** @description Đã xác thực hai lớp / Signed in with two factors */
            strong: boolean;
            /**
             * Format: date-time
             * @description Chậm nhất lúc này phiên kết thúc, dù có dùng / The session ends then at the latest, however much it is used
             */
            endsAt: string;
        };
        ChangePasswordRequest: {
            /** @description Mật khẩu hiện tại / Current password */
            currentPassword: string;
            /** @description Mật khẩu mới: ít nhất 14 ký tự, 8 khi có xác thực hai lớp / At least 14 characters, 8 with a second factor */
            newPassword: string;
        };
        StepUpRequest: {
            /** @description Mã xác thực; tài khoản chưa có thì dùng mật khẩu / Code, or the password where there is no second factor */
            proof: string;
        };
        EnrolmentResponse: {
            /** @description Base32 */
            secret: string;
            /** @example otpauth://totp/Luutru:letan.bachdang?secret=… */
            uri: string;
        };
        EnrolledResponse: {
            /**
             * @description Bước tiếp theo; full là đã xong / What comes next; full: nothing
             * @enum {string}
             */
            stage: "second-factor" | "password-change" | "enrolment" | "full";
            csrfToken: string;
            /** @description Mỗi mã dùng một lần, chỉ hiện lần này / Each works once; shown this once */
            recoveryCodes: string[];
        };
        SessionRowResponse: {
            /** Format: uuid */
            sessionId: string;
            /** @enum {string} */
            method: "password" | "vneid";
            device: string;
            startedAt: string;
            lastSeenAt: string;
            current: boolean;
        };
        SessionListResponse: {
            sessions: components["schemas"]["SessionRowResponse"][];
        };
        OutageResponse: {
            /** Format: uuid */
            outageId: string;
            from: string;
            until: string;
            /** @enum {string} */
            source: "observed" | "declared";
            reason: {
                [key: string]: string;
            };
            wardIds: string[] | null;
            withdrawnAt: string | null;
        };
        OutagesResponse: {
            outages: components["schemas"]["OutageResponse"][];
        };
        ReasonRequest: {
            /** @description Lý do / Reason */
            reason: string;
        };
        OutageRequest: {
            /**
             * @description Bắt đầu / From
             * @example 2026-11-23T21:00
             */
            from: string;
            /**
             * @description Kết thúc, tối đa 72 giờ sau / Until
             * @example 2026-11-23T23:30
             */
            until: string;
            /** @description Lý do, ai cũng xem được / Reason, shown to everybody */
            reason: components["schemas"]["ReasonRequest"];
            /** @description Mã phường, xã; bỏ trống là toàn hệ thống / Wards; none: everywhere */
            wardIds?: string[];
        };
        WebhookRequest: {
            /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /**
             * @description Địa chỉ https nhận tin / Where to post
             * @example https://phanmem.example/luutru
             */
            url: string;
            /** @description Loại tin muốn nhận; bỏ trống là tất cả / Which events; none: all */
            eventTypes?: ("stay.verified" | "stay.mismatch" | "stay.not_found" | "stay.delivered" | "stay.failed" | "stay.corrected" | "stay.extended" | "stay.departed" | "stay.cancelled" | "stay.overdue" | "batch.finished" | "webhook.test")[];
        };
        RegisteredResponse: {
            /** Format: uuid */
            endpointId: string;
            /** Format: uuid */
            facilityId: string;
            url: string;
            eventTypes: string[];
            /** @enum {string} */
            state: "active" | "disabled";
            /** @description gone: trả lời 410; failing: lỗi 5 ngày liền / Why it was disabled */
            disabledBecause: string | null;
            createdAt: string;
            /**
             * @description Chỉ hiện một lần / Shown once
             * @example whsec_…
             */
            secret: string;
        };
        WebhookResponse: {
            /** Format: uuid */
            endpointId: string;
            /** Format: uuid */
            facilityId: string;
            url: string;
            eventTypes: string[];
            /** @enum {string} */
            state: "active" | "disabled";
            /** @description gone: trả lời 410; failing: lỗi 5 ngày liền / Why it was disabled */
            disabledBecause: string | null;
            createdAt: string;
        };
        WebhooksResponse: {
            webhooks: components["schemas"]["WebhookResponse"][];
        };
        SecretResponse: {
            /**
             * @description Chỉ hiện một lần; kiểm tra chữ ký theo Standard Webhooks / Shown once
             * @example whsec_…
             */
            secret: string;
        };
        DeliveryResponse: {
            /**
             * Format: uuid
             * @description webhook-id
             */
            eventId: string;
            eventType: string;
            subjectId: string | null;
            occurredAt: string;
            /** @enum {string} */
            state: "pending" | "done" | "dead";
            attempts: number;
            lastStatus: number | null;
            lastError: string | null;
            lastMs: number | null;
            attemptedAt: string | null;
        };
        DeliveriesResponse: {
            deliveries: components["schemas"]["DeliveryResponse"][];
            next: string | null;
        };
        ReplayRequest: {
            /**
             * Format: uuid
             * @description Tin cần gửi lại; bỏ trống là mọi tin đã thất bại / One message; none: all that failed
             */
            eventId?: string;
        };
        ReplayedResponse: {
            /** @description Sự kiện được gửi lại / Events put back */
            events: number;
            /** @description Của bao nhiêu lưu trú / Of so many stays */
            stays: number;
            /** @description Vẫn còn; hãy gọi lại / Some are left: ask again */
            more: boolean;
        };
        PlaceRequest: {
            /**
             * @description Số phòng / Room
             * @example 203
             */
            room?: string;
            /** @description Giường / Bed */
            bed?: string;
            /** @description Căn hộ, phòng trọ thuê dài ngày (tenant) / Flat or rented unit */
            unit?: string;
            /** @description Nơi làm việc của người thuê (tenant) / Employer */
            employer?: string;
            /** @description Khu công nghiệp (tenant) / Industrial zone */
            industrialZoneId?: string;
            /** @description Ngày người thuê đã đăng ký tạm trú tại đây (tenant, công dân Việt Nam), YYYY-MM-DD; chưa đăng ký thì bỏ trống / Day on which the tenant registered temporary residence here; left out until then */
            temporaryResidenceOn?: string;
            /** @description Khoa điều trị (patient, relative) / Department */
            department?: string;
            /**
             * Format: uuid
             * @description Bệnh nhân (patient, relative), từ POST /v1/patients / Patient
             */
            patientId?: string;
            /** @description Quan hệ với bệnh nhân (relative), danh mục relation-to-patient / Relation to the patient */
            relation?: string;
            /**
             * Format: uuid
             * @description Chuyến xe (passenger), từ POST /v1/trips / Trip
             */
            tripId?: string;
            /** @description Ghế, giường (passenger) / Seat */
            seat?: string;
            /** @description Điểm lên xe (passenger), mã điểm dừng / Boarding stop */
            boardingStop?: string;
            /** @description Điểm xuống xe (passenger), mã điểm dừng / Alighting stop */
            alightingStop?: string;
        };
        DocumentRequest: {
            /**
             * @description Loại giấy tờ (danh mục document-type): 1 CCCD, 4 hộ chiếu, 9 giấy tờ khác / Code of the table document-type
             * @example 1
             */
            type?: number;
            /**
             * @description Số giấy tờ / Document number
             * @example 049190001234
             */
            number?: string;
            /** @description Mô tả giấy tờ khác (loại 9) / What the paper is (type 9) */
            description?: string;
        };
        ResidenceRequest: {
            /**
             * @description Nơi cư trú: 1 thường trú, 2 tạm trú, 3 khác / Table residence-kind
             * @example 1
             */
            kind?: number;
            /**
             * @description Địa chỉ như trên giấy tờ, kể cả địa chỉ trước sáp nhập / Address as on the card, pre-merger ones too
             * @example Phường Minh An, Thành phố Hội An, Quảng Nam
             */
            address?: string;
            /**
             * @description Mã tỉnh của cổng KBTT / Portal code of the province
             * @example 501
             */
            provinceCode?: string;
            /**
             * @description Mã xã/phường của cổng KBTT / Portal code of the ward
             * @example 501920410
             */
            wardCode?: string;
        };
        PersonRequest: {
            /**
             * Format: uuid
             * @description Khách cũ: lưu trú trước tại chính cơ sở (từ POST /v1/stays/suggestions) / An earlier stay of the person here
             */
            fromStayId?: string;
            /**
             * @description Chuỗi QR trên thẻ CCCD, nguyên văn / The text of the QR code of an identity card, as scanned
             * @example 049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021
             */
            qr?: string;
            /** @description Các dòng MRZ của thẻ hoặc hộ chiếu / The MRZ lines of a card or passport */
            mrz?: string;
            /**
             * @description Họ tên / Full name
             * @example Trần Thị Bình
             */
            fullName?: string;
            /**
             * @description Ngày sinh YYYY-MM-DD, hoặc YYYY khi chỉ biết năm / Birth date, or its year
             * @example 1990-08-15
             */
            birthDate?: string;
            /**
             * @description Giới tính: M nam, F nữ / Sex
             * @enum {string}
             */
            sex?: "M" | "F";
            /**
             * @description Quốc tịch, mã 3 chữ cái (Đức là D); bỏ trống là VNM / Nationality, default VNM
             * @example VNM
             */
            nationality?: string;
            /** @description Giấy tờ / Identity paper */
            document?: components["schemas"]["DocumentRequest"];
            /**
             * @description Số điện thoại / Phone
             * @example 0905 000 111
             */
            phone?: string;
            /** @description Người nước ngoài: được tạm trú đến ngày, YYYY-MM-DD / Foreigners: permitted to stay until */
            permitUntil?: string;
            /** @description Nơi cư trú / Residence */
            residence?: components["schemas"]["ResidenceRequest"];
        };
        GroupMemberRequest: {
            /** @description Mã tham chiếu của phần mềm khách / Your own reference */
            externalRef?: string;
            /** @description Người lưu trú / The person */
            person: components["schemas"]["PersonRequest"];
            /** @description Chỗ riêng, khác với cả nhóm / Where differently from the group */
            place?: components["schemas"]["PlaceRequest"];
            /** @description Ghi chú / Note */
            note?: string;
        };
        DeclareGroupRequest: {
            /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /**
             * @description Loại khai báo / Kind of stay
             * @enum {string}
             */
            kind: "guest" | "tenant" | "patient" | "relative" | "passenger";
            /** @description Thời điểm đến; bỏ trống là bây giờ / Arrival, default now */
            arrivedAt?: string;
            /**
             * @description Thời điểm đi dự kiến / Expected departure
             * @example 2026-11-25T12:00
             */
            expectedDepartureAt?: string;
            /**
             * @description Lý do cư trú (danh mục stay-reason) / Reason
             * @example 1
             */
            reason?: number;
            /** @description Lý do chi tiết, chỉ với lý do 20 / Only for reason 20 */
            reasonText?: string;
            /** @description Chỗ chung của nhóm / Where the group is */
            place?: components["schemas"]["PlaceRequest"];
            /**
             * Format: uuid
             * @description Bản tự khai của khách được xác nhận bởi khai báo này; cả hai cùng thành hoặc cùng không / The guest entry that this declaration confirms: both happen, or neither
             */
            guestEntryId?: string;
            /** @description Những người trong nhóm, tối đa 100 / The people */
            persons: components["schemas"]["GroupMemberRequest"][];
        };
        LinksResponse: {
            /** @example /v1/stays/019ab000-0000-7000-8000-000000000000 */
            self: string;
            /** @example /v1/stays/019ab000-0000-7000-8000-000000000000/receipt.pdf */
            receipt: string;
        };
        DeclaredResponse: {
            /** Format: uuid */
            stayId: string;
            /** Format: uuid */
            facilityId: string;
            /** @example guest */
            kind: string;
            /** @example in_house */
            state: string;
            /**
             * @description Tình trạng tại CSDL quốc gia về dân cư / State at the national population database
             * @enum {string}
             */
            status: "pending" | "delivered" | "verified" | "mismatch" | "not_found" | "failed";
            /** @example 2026-11-23T21:55:00+07:00 */
            arrivedAt: string;
            /** @example 2026-11-23T21:56:02.120+07:00 */
            declaredAt: string;
            /**
             * @description Hạn khai báo theo luật / Legal deadline
             * @example 2026-11-23T23:00:00+07:00
             */
            dueAt: string;
            /** @description Khai báo sau hạn / Declared after the deadline */
            late: boolean;
            warnings: components["schemas"]["IssueResponse"][];
            /**
             * @description Giấy tiếp nhận có chữ ký số (JWS, EdDSA), không chứa thông tin cá nhân; kiểm tra tại /v1/receipts/verify / Signed receipt that names nobody
             * @example eyJhbGciOiJFZERTQSIs…
             */
            receipt: string;
            links: components["schemas"]["LinksResponse"];
        };
        DeclaredGroupResponse: {
            /** Format: uuid */
            groupId: string | null;
            /** @description Theo thứ tự gửi lên / In the order sent */
            stays: components["schemas"]["DeclaredResponse"][];
        };
        SuggestRequest: {
            /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /**
             * @description Số giấy tờ đầy đủ, hoặc vài chữ đầu của họ tên / A whole number, or beginnings of the name
             * @example tran binh
             */
            text: string;
        };
        SuggestionResponse: {
            /**
             * Format: uuid
             * @description Gửi lại làm person.fromStayId / Send as person.fromStayId
             */
            stayId: string;
            fullName: string;
            /** @description Đã che bớt / Masked */
            documentNumber: string | null;
            birthYear: string;
            lastRoom: string | null;
            lastArrivedAt: string;
            /** @description Số lần lưu trú trong 90 ngày / Stays within 90 days */
            stays: number;
        };
        SuggestionsResponse: {
            people: components["schemas"]["SuggestionResponse"][];
        };
        TripStopResponse: {
            /** @example DN */
            code: string;
            /** @example Đà Nẵng */
            name: string;
            expectedAt: string;
        };
        TripResponse: {
            /** Format: uuid */
            tripId: string;
            /** Format: uuid */
            facilityId: string;
            plate: string;
            routeCode: string;
            departsAt: string;
            expectedArrivalAt: string;
            stops: components["schemas"]["TripStopResponse"][];
            driverName: string | null;
            /** @example planned */
            state: string;
            version: number;
        };
        TripListResponse: {
            trips: components["schemas"]["TripResponse"][];
            next: string | null;
        };
        TripActionRequest: {
            /**
             * @description depart xuất bến, reach đến điểm dừng, arrive đến nơi, cancel hủy, change-vehicle đổi xe / What happens
             * @enum {string}
             */
            action: "depart" | "reach" | "arrive" | "cancel" | "change-vehicle";
            /** @description Phiên bản đang xem / The version you saw */
            version?: number;
            /** @description Thời điểm; bỏ trống là bây giờ / When, default now */
            at?: string;
            /** @description Biển số xe mới (change-vehicle) / The new plate */
            plate?: string;
            /** @description Mã điểm dừng (reach); ai xuống ở đó được trả khách / Stop */
            stop?: string;
        };
        TripActionResponse: {
            /** Format: uuid */
            tripId: string;
            /** @enum {string} */
            action: "depart" | "reach" | "arrive" | "cancel" | "change-vehicle";
            version: number;
            /** @enum {string} */
            state: "planned" | "departed" | "arrived" | "cancelled";
            plate: string;
            /** @description Số hành khách được ghi nhận đã xuống xe / Passengers who left by it */
            checkedOut: number;
            warnings: components["schemas"]["IssueResponse"][];
        };
        PassengersRequest: {
            /**
             * @description Mặc định valid-rows / Which to record
             * @enum {string}
             */
            policy?: "all-or-nothing" | "valid-rows";
            /** @description Hành khách; place gồm seat, boardingStop, alightingStop / Passengers */
            passengers: components["schemas"]["GroupMemberRequest"][];
        };
        PassengerResult: {
            accepted: boolean;
            stay: components["schemas"]["DeclaredResponse"] | null;
            errors: components["schemas"]["IssueResponse"][];
        };
        PassengersResponse: {
            accepted: number;
            rejected: number;
            /** @description Theo thứ tự gửi lên / In the order sent */
            results: components["schemas"]["PassengerResult"][];
        };
        DischargedPatient: {
            /**
             * @description Số hồ sơ bệnh án / Record number
             * @example BA-26-004211
             */
            recordNumber: string;
            /** @description Thời điểm ra viện; bỏ trống là bây giờ / When, default now */
            at?: string;
        };
        DischargeListRequest: {
            /** @description Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /** @description Danh sách ra viện; từng người được xử lý độc lập / Each is handled on its own */
            patients: components["schemas"]["DischargedPatient"][];
            /** @description Thời điểm chung cho cả danh sách / For all that name none of their own */
            at?: string;
        };
        PatientActionResponse: {
            /** Format: uuid */
            patientId: string;
            /** @enum {string} */
            action: "discharge" | "undo-discharge" | "transfer";
            version: number;
            dischargedAt: string | null;
            department: string;
            room: string | null;
            bed: string | null;
            /** @description Số lưu trú của bệnh nhân và thân nhân đã đổi theo / Stays that changed with it */
            stays: number;
        };
        DischargeResult: {
            recordNumber: string;
            /** @description Đã ra viện (cũng khi gửi lại) / Discharged, also on a repeat */
            done: boolean;
            answer: components["schemas"]["PatientActionResponse"] | null;
            errors: components["schemas"]["IssueResponse"][];
        };
        DischargeListResponse: {
            done: number;
            refused: number;
            /** @description Theo thứ tự gửi lên / In the order sent */
            results: components["schemas"]["DischargeResult"][];
        };
        PatientActionRequest: {
            /**
             * @description discharge ra viện, undo-discharge hoàn tác, transfer chuyển khoa, buồng, giường / What happens
             * @enum {string}
             */
            action: "discharge" | "undo-discharge" | "transfer";
            /** @description Phiên bản đang xem / The version you saw */
            version?: number;
            /** @description Thời điểm ra viện; bỏ trống là bây giờ / When, default now */
            at?: string;
            /** @description Khoa mới (transfer); bỏ trống là giữ nguyên / New department */
            department?: string;
            /** @description Buồng mới (transfer) / New room */
            room?: string;
            /** @description Giường mới (transfer) / New bed */
            bed?: string;
        };
        NoticeResponse: {
            /** Format: uuid */
            noticeId: string;
            /**
             * Format: uuid
             * @description Xem người này bằng POST /v1/police/inspections, có lý do; trống khi là về cơ sở / Look at the person for a stated purpose; null when it is about the facility
             */
            stayId: string | null;
            /** Format: uuid */
            facilityId: string;
            facilityName: string;
            /** @enum {string} */
            kind: "no-papers" | "silent-facility";
            at: string;
            seenAt: string | null;
            /** @description Cơ sở đã khai báo trở lại lúc nào / When the facility declared again */
            endedAt: string | null;
        };
        NoticesResponse: {
            notices: components["schemas"]["NoticeResponse"][];
        };
        AlertHeaderResponse: {
            /** Format: uuid */
            alertId: string;
            /** Format: uuid */
            facilityId: string;
            facilityName: string;
            wardId: string;
            /** Format: uuid */
            stayId: string;
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            listKind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            listName: components["schemas"]["TextResponse"];
            /** @enum {string} */
            scoreClass: "high" | "medium" | "low";
            /** @enum {string} */
            state: "open" | "acknowledged" | "handed-over" | "closed";
            version: number;
            /** @enum {string} */
            desk: "ward" | "supervisor" | "province";
            raisedAt: string;
            /** @description Hạn phải nhận / By when somebody must take it */
            dueAt: string | null;
            escalatedAt: string | null;
            /** Format: uuid */
            acknowledgedBy: string | null;
            /** @description Ai đã nhận / Who has taken it */
            acknowledgedByName: string | null;
            /** @enum {string|null} */
            outcome: "confirmed" | "not-the-person" | "no-action" | null;
            closedAt: string | null;
            /** @description Các thao tác có thể / Possible actions */
            actions: string[];
        };
        AlertsResponse: {
            alerts: components["schemas"]["AlertHeaderResponse"][];
            next: string | null;
            /** @description Theo dõi tiếp từ đây: /events?after= / Follow from here */
            position: number;
        };
        DeadlineExtensionResponse: {
            /** Format: uuid */
            outageId: string;
            from: string;
            until: string;
            reason: {
                [key: string]: string;
            };
        };
        PersonResponse: {
            fullName: string;
            birthDate: string;
            sex: string;
            nationality: string;
            documentType: number;
            /** @description Che bớt trong danh sách / Masked in lists */
            documentNumber: string | null;
            phone: string | null;
            address: string | null;
        };
        StayDeliveryResponse: {
            /**
             * @description Tình trạng tại CSDL quốc gia về dân cư / State at the national population database
             * @enum {string}
             */
            status: "pending" | "delivered" | "verified" | "mismatch" | "not_found" | "failed";
            deliveredAt: string | null;
            verifiedAt: string | null;
            /** @description Trường không khớp với CSDL / Fields that do not match */
            mismatchFields: string[];
            failureCode: string | null;
        };
        StayResponse: {
            /** Format: uuid */
            stayId: string;
            /** Format: uuid */
            facilityId: string;
            version: number;
            kind: string;
            state: string;
            /**
             * @description Tình trạng tại CSDL quốc gia về dân cư / State at the national population database
             * @enum {string}
             */
            status: "pending" | "delivered" | "verified" | "mismatch" | "not_found" | "failed";
            externalRef: string | null;
            arrivedAt: string;
            expectedDepartureAt: string | null;
            departedAt: string | null;
            declaredAt: string;
            dueAt: string;
            late: boolean;
            /** @description Hạn được lùi vì hệ thống gián đoạn / The deadline was moved by an outage */
            deadlineExtension: components["schemas"]["DeadlineExtensionResponse"] | null;
            reason: number | null;
            reasonText: string | null;
            note: string | null;
            person: components["schemas"]["PersonResponse"];
            place: {
                [key: string]: string;
            };
            delivery: components["schemas"]["StayDeliveryResponse"];
            /** @description Mã cảnh báo, giải thích tại /problems/{code} / Warning codes */
            warnings: string[];
            links: components["schemas"]["LinksResponse"];
        };
        EntryContentResponse: {
            names: string[];
            documentNumbers: string[];
            birthDates: string[];
            sex: string | null;
            nationality: string | null;
            note: string | null;
            photoRef: string | null;
            reference: string | null;
        };
        AlertEntryResponse: {
            /** Format: uuid */
            entryId: string;
            /** @description Phiên bản đã gây cảnh báo / The version that raised the alert */
            version: number;
            /** @enum {string} */
            state: "active" | "withdrawn" | "expired";
            entry: components["schemas"]["EntryContentResponse"];
        };
        MatchReasonResponse: {
            code: string;
            /** @description Dương: ủng hộ, âm: chống / Positive for, negative against */
            weight: number;
            text: components["schemas"]["TextResponse"];
        };
        AlertStepResponse: {
            action: string;
            /** @enum {string} */
            state: "open" | "acknowledged" | "handed-over" | "closed";
            /** @enum {string} */
            desk: "ward" | "supervisor" | "province";
            at: string;
            by: string;
            /** @description Tên cán bộ; trống khi là hệ thống / Null for the system */
            byName: string | null;
            outcome: string | null;
            note: string | null;
        };
        AlertDetailResponse: {
            /** Format: uuid */
            alertId: string;
            /** Format: uuid */
            facilityId: string;
            facilityName: string;
            wardId: string;
            /** Format: uuid */
            stayId: string;
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            listKind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            listName: components["schemas"]["TextResponse"];
            /** @enum {string} */
            scoreClass: "high" | "medium" | "low";
            /** @enum {string} */
            state: "open" | "acknowledged" | "handed-over" | "closed";
            version: number;
            /** @enum {string} */
            desk: "ward" | "supervisor" | "province";
            raisedAt: string;
            /** @description Hạn phải nhận / By when somebody must take it */
            dueAt: string | null;
            escalatedAt: string | null;
            /** Format: uuid */
            acknowledgedBy: string | null;
            /** @description Ai đã nhận / Who has taken it */
            acknowledgedByName: string | null;
            /** @enum {string|null} */
            outcome: "confirmed" | "not-the-person" | "no-action" | null;
            closedAt: string | null;
            /** @description Các thao tác có thể / Possible actions */
            actions: string[];
            legalBasis: string;
            scorePercent: number;
            stay: components["schemas"]["StayResponse"];
            listed: components["schemas"]["AlertEntryResponse"];
            reasons: components["schemas"]["MatchReasonResponse"][];
            history: components["schemas"]["AlertStepResponse"][];
            /** Format: uuid */
            decisionId: string | null;
        };
        AcknowledgeRequest: {
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
        };
        AlertActedResponse: {
            /** Format: uuid */
            alertId: string;
            version: number;
            /** @enum {string} */
            state: "open" | "acknowledged" | "handed-over" | "closed";
            /** Format: uuid */
            decisionId: string | null;
        };
        HandOverRequest: {
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
            /**
             * @description Bàn trực tiếp nhận / The desk to take it
             * @enum {string}
             */
            to: "ward" | "supervisor" | "province";
            /** @description Ghi chú cho người sau / A note for whoever follows */
            note?: string;
        };
        CloseRequest: {
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
            /**
             * @description Kết quả / Outcome
             * @enum {string}
             */
            outcome: "confirmed" | "not-the-person" | "no-action";
            /** @description Ghi chú cho người sau / A note for whoever follows */
            note?: string;
            /** @description Với not-the-person: ghi nhớ để lần sau không cảnh báo; mặc định có / With not-the-person: remember it; default true */
            remember?: boolean;
        };
        EntryResponse: {
            /** Format: uuid */
            entryId: string;
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            state: "active" | "withdrawn" | "expired";
            version: number;
            validUntil: string | null;
            entry: components["schemas"]["EntryContentResponse"];
        };
        EntriesResponse: {
            entries: components["schemas"]["EntryResponse"][];
            /** @description Gửi lại làm after / Send as after for the next page */
            next: string | null;
        };
        EntryVersionResponse: {
            version: number;
            /** @enum {string} */
            action: "add" | "change" | "withdraw" | "expire";
            at: string;
            proposedBy: string | null;
            approvedBy: string | null;
            proposedByName: string | null;
            approvedByName: string | null;
            validUntil: string | null;
            entry: components["schemas"]["EntryContentResponse"];
        };
        EntryDetailResponse: {
            /** Format: uuid */
            entryId: string;
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            state: "active" | "withdrawn" | "expired";
            version: number;
            validUntil: string | null;
            entry: components["schemas"]["EntryContentResponse"];
            versions: components["schemas"]["EntryVersionResponse"][];
        };
        EntryFields: {
            /** @description Họ tên, rồi các tên khác / Name, then aliases */
            names: string[];
            /** @description Số giấy tờ / Document numbers */
            documentNumbers?: string[];
            /**
             * @description Ngày sinh: YYYY, YYYY-MM hoặc YYYY-MM-DD / Birth dates, perhaps in part
             * @example [
             *       "1990-08"
             *     ]
             */
            birthDates?: string[];
            /**
             * @description Giới tính / Sex
             * @enum {string}
             */
            sex?: "M" | "F";
            /**
             * @description Quốc tịch, mã ISO / Nationality
             * @example VNM
             */
            nationality?: string;
            /** @description Ghi chú / Note */
            note?: string;
            /** @description Nơi lưu ảnh, không phải ảnh / Where the photo is kept */
            photoRef?: string;
            /**
             * @description Mã hồ sơ của đơn vị / Own reference
             * @example TN-2026-0001
             */
            reference?: string;
        };
        EntryChangeRequest: {
            /**
             * @description Thêm, sửa hay rút / What to do
             * @enum {string}
             */
            action: "add" | "change" | "withdraw";
            /**
             * Format: uuid
             * @description Mục cần sửa, rút / Entry to change or withdraw
             */
            entryId?: string;
            /** @description Phiên bản đang xem / The version looked at */
            version?: number;
            /** @description Nội dung mới / The entry as it is to be */
            entry?: components["schemas"]["EntryFields"];
            /**
             * Format: date
             * @description Có hiệu lực đến hết / Valid until, included
             */
            validUntil?: string;
        };
        ProposeEntriesRequest: {
            /** @description Các thay đổi / Changes */
            changes: components["schemas"]["EntryChangeRequest"][];
        };
        ProposedResponse: {
            /**
             * Format: uuid
             * @description Chờ người khác duyệt / Waits for somebody else
             */
            proposalId: string;
            /** Format: uuid */
            listId: string;
        };
        RowFaultResponse: {
            /**
             * @description JSON pointer into the request
             * @example /place/room
             */
            pointer: string;
            /**
             * @description Stable code, explained at /problems/{code}
             * @example room-not-listed
             */
            code: string;
            /** @example text */
            valueClass: string;
            params?: {
                [key: string]: unknown;
            };
            message: components["schemas"]["TextResponse"];
            fix: components["schemas"]["TextResponse"];
            row: number;
            /** @example D */
            column: string | null;
        };
        ImportSampleResponse: {
            row: number;
            /** @enum {string} */
            action: "add" | "change";
            name: string;
        };
        ImportResponse: {
            /** Format: uuid */
            proposalId: string | null;
            rows: number;
            added: number;
            changed: number;
            /** @description Đã có y nguyên / In the list already */
            same: number;
            withdrawn: number;
            faulty: number;
            /** @description Tối đa 100 / At most 100 */
            faults: components["schemas"]["RowFaultResponse"][];
            /** @description Tối đa 100 / At most 100 */
            sample: components["schemas"]["ImportSampleResponse"][];
        };
        WatchListResponse: {
            /** @enum {string} */
            kind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            kindName: components["schemas"]["TextResponse"];
            name: components["schemas"]["TextResponse"];
            unitId: string;
            legalBasis: string;
            validFrom: string;
            validUntil: string | null;
            thresholdPercent: number;
            acknowledgeMinutes: number;
            areaUnitId: string | null;
            /** @enum {string} */
            firstDesk: "ward" | "province";
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            state: "active" | "withdrawn";
            version: number;
            /** @description Số mục đang theo dõi / Entries that count */
            entries: number;
            openProposals: number;
        };
        WatchListsResponse: {
            lists: components["schemas"]["WatchListResponse"][];
        };
        ListFactsResponse: {
            /** @enum {string} */
            kind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            kindName: components["schemas"]["TextResponse"];
            name: components["schemas"]["TextResponse"];
            unitId: string;
            legalBasis: string;
            validFrom: string;
            validUntil: string | null;
            thresholdPercent: number;
            acknowledgeMinutes: number;
            areaUnitId: string | null;
            /** @enum {string} */
            firstDesk: "ward" | "province";
        };
        ListVersionResponse: {
            version: number;
            /** @enum {string} */
            action: "create" | "change" | "withdraw";
            at: string;
            proposedBy: string | null;
            approvedBy: string | null;
            proposedByName: string | null;
            approvedByName: string | null;
            facts: components["schemas"]["ListFactsResponse"];
        };
        WatchListDetailResponse: {
            /** @enum {string} */
            kind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            kindName: components["schemas"]["TextResponse"];
            name: components["schemas"]["TextResponse"];
            unitId: string;
            legalBasis: string;
            validFrom: string;
            validUntil: string | null;
            thresholdPercent: number;
            acknowledgeMinutes: number;
            areaUnitId: string | null;
            /** @enum {string} */
            firstDesk: "ward" | "province";
            /** Format: uuid */
            listId: string;
            /** @enum {string} */
            state: "active" | "withdrawn";
            version: number;
            /** @description Số mục đang theo dõi / Entries that count */
            entries: number;
            openProposals: number;
            versions: components["schemas"]["ListVersionResponse"][];
        };
        NewListRequest: {
            /**
             * @description Tên tiếng Việt / Name in Vietnamese
             * @example Truy nã đặc biệt
             */
            nameVi?: string;
            /**
             * @description Tên tiếng Anh / Name in English
             * @example Wanted, special
             */
            nameEn?: string;
            /**
             * @description Căn cứ pháp lý: luật, lệnh, quyết định / The law or order that allows it
             * @example Điều 231 Bộ luật Tố tụng hình sự
             */
            legalBasis?: string;
            /**
             * Format: date
             * @description Có hiệu lực từ / Valid from
             * @example 2026-11-23
             */
            validFrom?: string;
            /**
             * Format: date
             * @description Có hiệu lực đến hết / Valid until, included
             */
            validUntil?: string;
            /** @description Điểm tối thiểu để cảnh báo, % / Least score of an alert, % */
            thresholdPercent?: number;
            /** @description Số phút phải nhận cảnh báo / Minutes to take an alert */
            acknowledgeMinutes?: number;
            /** @description Chỉ theo dõi cơ sở thuộc đơn vị này / Watch only facilities of this unit */
            areaUnitId?: string;
            /**
             * @description Bàn trực nhận cảnh báo đầu tiên; province: công an phường không thấy / First desk; province: wards do not see it
             * @enum {string}
             */
            firstDesk?: "ward" | "province";
            /**
             * @description Loại danh sách / Kind
             * @enum {string}
             */
            kind: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
            /**
             * @description Đơn vị quản lý / Unit that keeps it
             * @example p48
             */
            unitId: string;
        };
        ChangeListRequest: {
            /**
             * @description Tên tiếng Việt / Name in Vietnamese
             * @example Truy nã đặc biệt
             */
            nameVi?: string;
            /**
             * @description Tên tiếng Anh / Name in English
             * @example Wanted, special
             */
            nameEn?: string;
            /**
             * @description Căn cứ pháp lý: luật, lệnh, quyết định / The law or order that allows it
             * @example Điều 231 Bộ luật Tố tụng hình sự
             */
            legalBasis?: string;
            /**
             * Format: date
             * @description Có hiệu lực từ / Valid from
             * @example 2026-11-23
             */
            validFrom?: string;
            /**
             * Format: date
             * @description Có hiệu lực đến hết / Valid until, included
             */
            validUntil?: string;
            /** @description Điểm tối thiểu để cảnh báo, % / Least score of an alert, % */
            thresholdPercent?: number;
            /** @description Số phút phải nhận cảnh báo / Minutes to take an alert */
            acknowledgeMinutes?: number;
            /** @description Chỉ theo dõi cơ sở thuộc đơn vị này / Watch only facilities of this unit */
            areaUnitId?: string;
            /**
             * @description Bàn trực nhận cảnh báo đầu tiên; province: công an phường không thấy / First desk; province: wards do not see it
             * @enum {string}
             */
            firstDesk?: "ward" | "province";
        };
        ProposalResponse: {
            /** Format: uuid */
            proposalId: string;
            /** Format: uuid */
            listId: string;
            unitId: string;
            /** @enum {string} */
            kind: "list-create" | "list-change" | "list-withdraw" | "entries";
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "cancelled";
            listName: string;
            added: number;
            changed: number;
            withdrawn: number;
            /** Format: uuid */
            proposedBy: string;
            proposedByName: string | null;
            proposedAt: string;
            /** Format: uuid */
            decidedBy: string | null;
            decidedByName: string | null;
            decidedAt: string | null;
        };
        ProposalsResponse: {
            proposals: components["schemas"]["ProposalResponse"][];
        };
        ProposedEntryResponse: {
            place: number;
            /** @enum {string} */
            action: "add" | "change" | "withdraw";
            /** Format: uuid */
            entryId: string;
            validUntil: string | null;
            proposed: components["schemas"]["EntryContentResponse"] | null;
            present: components["schemas"]["EntryContentResponse"] | null;
            /** @description Mục đã bị người khác thay đổi / Changed by somebody else meanwhile */
            outdated: boolean;
        };
        ProposalDetailResponse: {
            /** Format: uuid */
            proposalId: string;
            /** Format: uuid */
            listId: string;
            unitId: string;
            /** @enum {string} */
            kind: "list-create" | "list-change" | "list-withdraw" | "entries";
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "cancelled";
            listName: string;
            added: number;
            changed: number;
            withdrawn: number;
            /** Format: uuid */
            proposedBy: string;
            proposedByName: string | null;
            proposedAt: string;
            /** Format: uuid */
            decidedBy: string | null;
            decidedByName: string | null;
            decidedAt: string | null;
            proposed: components["schemas"]["ListFactsResponse"] | null;
            present: components["schemas"]["ListFactsResponse"] | null;
            entries: components["schemas"]["ProposedEntryResponse"][];
            /** @description Gửi lại làm after / Send as after for the next page */
            next: number | null;
            /** @description Lý do từ chối / Why it was refused */
            reason: string | null;
        };
        KbttAccountRequest: {
            /** @description Tài khoản của cơ sở trên cổng / User at the portal */
            username: string;
            /** @description Mật khẩu; lưu mã hóa, không xem lại được / Password; sealed */
            password: string;
        };
        UntoldResponse: {
            /** Format: uuid */
            stayId: string;
            /** @description Phiên bản của lưu trú / Version of the stay */
            version: number;
            /** @enum {string} */
            event: "arrival" | "change" | "departure" | "cancellation";
            /** @example kbtt-cannot-say */
            code: string;
            message: {
                vi?: string;
                en?: string;
            };
            fix: {
                vi?: string;
                en?: string;
            };
            at: string;
        };
        KbttAccountResponse: {
            username: string;
            /**
             * @description refused: cổng không nhận tài khoản, các khai báo đang chờ / The portal does not take the user
             * @enum {string}
             */
            state: "active" | "refused";
            /** @description Chuyển tiếp các khai báo từ lúc này / What is declared from then on is forwarded */
            since: string;
            refusedAt: string | null;
            /** @description Số lượt đang chờ chuyển / Not yet told */
            waiting: number;
            /** @description Những việc cổng không nhận, mới nhất trước, tối đa 200, trong 14 ngày / What the portal did not take */
            untold: components["schemas"]["UntoldResponse"][];
        };
        BatchErrorResponse: {
            code: string;
            /** @description vi, en */
            message: {
                [key: string]: string;
            };
            fix: {
                [key: string]: string;
            };
        };
        MendingBatchResponse: {
            /** Format: uuid */
            batchId: string;
            /** @enum {string} */
            state: "receiving" | "received" | "validating" | "validated" | "committing" | "done" | "partly" | "refused" | "cancelled";
            accepted: number;
            rejected: number;
        };
        BatchLinks: {
            /** @example /v1/batches/019ab000-0000-7000-8000-000000000000 */
            self: string;
            rows: string;
            /** @description Các dòng còn phải sửa / Rows still to be mended */
            faulty: string;
            events: string;
            /** @description Chính tệp đã gửi, có cột kết quả / Your own file with a column of results */
            result: string;
        };
        BatchReceivedResponse: {
            /** Format: uuid */
            batchId: string;
            /** Format: uuid */
            facilityId: string;
            /** @enum {string} */
            mode: "validate" | "commit";
            /** @enum {string} */
            policy: "all-or-nothing" | "valid-rows";
            /** @enum {string} */
            state: "receiving" | "received" | "validating" | "validated" | "committing" | "done" | "partly" | "refused" | "cancelled";
            fileName: string | null;
            fileSize: number;
            /** @description Loại tệp nhận ra / What the file turned out to be */
            format: string | null;
            sheet: string | null;
            /** @description Tổng số dòng, khi đã đọc hết / Rows, once all are read */
            total: number | null;
            /** @description Số dòng đã xử lý / Rows done */
            done: number;
            accepted: number;
            rejected: number;
            /** @description Trong số được nhận, số dòng có lưu ý / Of the accepted, those with a doubt */
            warned: number;
            /** @description Lưu ý về cả tệp / Doubts about the file */
            warnings: components["schemas"]["IssueResponse"][];
            error: components["schemas"]["BatchErrorResponse"] | null;
            /**
             * @description Mẫu của các cột / Form of its columns
             * @enum {string|null}
             */
            form: "portal" | "foreigners" | "tenants" | "hospital" | "manifest" | null;
            /**
             * Format: uuid
             * @description Lô gốc, khi lô này gửi lại các dòng đã sửa / The file whose mended rows these are
             */
            mends: string | null;
            /** @description Các lô gửi lại dòng đã sửa / Batches of its mended rows */
            mendedBy: components["schemas"]["MendingBatchResponse"][];
            createdAt: string;
            finishedAt: string | null;
            links: components["schemas"]["BatchLinks"];
            /** @description Tệp này đã được ghi nhận trước đây; đây là lô cũ / This very file was sent before; this is that batch */
            sameFile: boolean;
        };
        BatchResponse: {
            /** Format: uuid */
            batchId: string;
            /** Format: uuid */
            facilityId: string;
            /** @enum {string} */
            mode: "validate" | "commit";
            /** @enum {string} */
            policy: "all-or-nothing" | "valid-rows";
            /** @enum {string} */
            state: "receiving" | "received" | "validating" | "validated" | "committing" | "done" | "partly" | "refused" | "cancelled";
            fileName: string | null;
            fileSize: number;
            /** @description Loại tệp nhận ra / What the file turned out to be */
            format: string | null;
            sheet: string | null;
            /** @description Tổng số dòng, khi đã đọc hết / Rows, once all are read */
            total: number | null;
            /** @description Số dòng đã xử lý / Rows done */
            done: number;
            accepted: number;
            rejected: number;
            /** @description Trong số được nhận, số dòng có lưu ý / Of the accepted, those with a doubt */
            warned: number;
            /** @description Lưu ý về cả tệp / Doubts about the file */
            warnings: components["schemas"]["IssueResponse"][];
            error: components["schemas"]["BatchErrorResponse"] | null;
            /**
             * @description Mẫu của các cột / Form of its columns
             * @enum {string|null}
             */
            form: "portal" | "foreigners" | "tenants" | "hospital" | "manifest" | null;
            /**
             * Format: uuid
             * @description Lô gốc, khi lô này gửi lại các dòng đã sửa / The file whose mended rows these are
             */
            mends: string | null;
            /** @description Các lô gửi lại dòng đã sửa / Batches of its mended rows */
            mendedBy: components["schemas"]["MendingBatchResponse"][];
            createdAt: string;
            finishedAt: string | null;
            links: components["schemas"]["BatchLinks"];
        };
        BatchListResponse: {
            batches: components["schemas"]["BatchResponse"][];
            next: string | null;
        };
        RowFindingResponse: {
            /**
             * @description JSON pointer into the request
             * @example /place/room
             */
            pointer: string;
            /**
             * @description Stable code, explained at /problems/{code}
             * @example room-not-listed
             */
            code: string;
            /** @example text */
            valueClass: string;
            params?: {
                [key: string]: unknown;
            };
            message: components["schemas"]["TextResponse"];
            fix: components["schemas"]["TextResponse"];
            /** @enum {string} */
            severity: "error" | "warning";
            /**
             * @description Cột trong tệp / Column of the file
             * @example C
             */
            column: string | null;
            /** @example NGÀY SINH */
            header: string | null;
        };
        MendedOutcomeResponse: {
            /** Format: uuid */
            batchId: string;
            /** @enum {string|null} */
            outcome: "accepted" | "warned" | "rejected" | null;
            /** Format: uuid */
            stayId: string | null;
        };
        BatchRowResponse: {
            /** @description Dòng như bạn đếm trong tệp / As you count in the file */
            row: number;
            /** @enum {string} */
            outcome: "accepted" | "warned" | "rejected";
            /** @description Đã khai báo trước đó với cùng mã tham chiếu / Declared before under the same reference */
            repeated: boolean;
            /** Format: uuid */
            stayId: string | null;
            findings: components["schemas"]["RowFindingResponse"][];
            /** @description Kết quả của dòng ở lô gửi lại sau khi sửa / What became of it when it was mended and sent again */
            mended: components["schemas"]["MendedOutcomeResponse"] | null;
        };
        BatchRowsResponse: {
            rows: components["schemas"]["BatchRowResponse"][];
            next: number | null;
        };
        CommitBatchRequest: {
            /**
             * @description all-or-nothing: ghi nhận tất cả hoặc không dòng nào (tối đa 10.000 dòng); valid-rows: chỉ các dòng hợp lệ / Which rows to record
             * @enum {string}
             */
            policy: "all-or-nothing" | "valid-rows";
            /** @description Ghi nhận lại dù tệp này đã được ghi nhận / Even if this file was recorded before */
            again?: boolean;
        };
        CellFindingResponse: {
            /**
             * @description JSON pointer into the request
             * @example /place/room
             */
            pointer: string;
            /**
             * @description Stable code, explained at /problems/{code}
             * @example room-not-listed
             */
            code: string;
            /** @example text */
            valueClass: string;
            params?: {
                [key: string]: unknown;
            };
            message: components["schemas"]["TextResponse"];
            fix: components["schemas"]["TextResponse"];
            /** @enum {string} */
            severity: "error" | "warning";
            /**
             * @description Cột trong tệp / Column of the file
             * @example C
             */
            column: string | null;
            /** @example NGÀY SINH */
            header: string | null;
            /**
             * @description Khóa của cột; null là cả dòng / Key of the column; null: all of the row
             * @example birthDate
             */
            field: string | null;
            /**
             * @description Nội dung có lẽ đúng; chỉ để đề nghị / What was probably meant; an offer
             * @example 15/08/1990
             */
            proposal: string | null;
        };
        FaultyRowResponse: {
            /** @description Dòng như bạn đếm trong tệp gốc / As you count in the first file */
            row: number;
            /**
             * Format: uuid
             * @description Lô từ chối dòng này lần cuối / The batch that refused it last
             */
            batchId: string;
            /** @description Nội dung các ô khi bị từ chối / The cells as they were refused */
            values: {
                [key: string]: string;
            };
            findings: components["schemas"]["CellFindingResponse"][];
        };
        FaultyRowsResponse: {
            /**
             * @description Mẫu; xem GET /v1/templates/{form}/columns / The form
             * @example portal
             */
            form: string;
            rows: components["schemas"]["FaultyRowResponse"][];
            next: number | null;
        };
        MendedRowRequest: {
            /**
             * @description Số dòng trong tệp gốc / The row as you count in the file
             * @example 12
             */
            row: number;
            /**
             * @description Các ô đã sửa; ô không nêu giữ nguyên, ô rỗng là xóa / Mended cells; others stay, an empty text clears
             * @example {
             *       "birthDate": "15/08/1990"
             *     }
             */
            values?: {
                [key: string]: string;
            };
        };
        MendRowsRequest: {
            /** @description Các dòng gửi lại / Rows to send again */
            rows: components["schemas"]["MendedRowRequest"][];
        };
        ColumnChoiceResponse: {
            /** @example F */
            code: string;
            /**
             * @description vi, en
             * @example {
             *       "vi": "Nữ",
             *       "en": "Female"
             *     }
             */
            label: {
                [key: string]: string;
            };
        };
        FormColumnResponse: {
            /** @example birthDate */
            key: string;
            /**
             * @description vi, en
             * @example {
             *       "vi": "NGÀY SINH",
             *       "en": "Date of birth"
             *     }
             */
            header: {
                [key: string]: string;
            };
            required: boolean;
            /** @enum {string} */
            type: "text" | "number-text" | "date" | "moment" | "code";
            /** @description null: không có danh sách, hoặc quá dài (phường/xã) / None, or too long to list (wards) */
            choices: components["schemas"]["ColumnChoiceResponse"][] | null;
        };
        FormColumnsResponse: {
            /** @example portal */
            form: string;
            columns: components["schemas"]["FormColumnResponse"][];
        };
        DeclareStayRequest: {
            /**
             * @description Loại khai báo: khách, người thuê, bệnh nhân, thân nhân, hành khách / Kind of stay
             * @enum {string}
             */
            kind: "guest" | "tenant" | "patient" | "relative" | "passenger";
            /** @description Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /**
             * @description Mã tham chiếu của phần mềm khách; dùng thay Idempotency-Key / Your own reference
             * @example BK-2026-0042
             */
            externalRef?: string;
            /** @description Người lưu trú / The person */
            person: components["schemas"]["PersonRequest"];
            /**
             * @description Thời điểm đến; không ghi múi giờ là giờ Việt Nam; bỏ trống là bây giờ / Arrival, default now
             * @example 2026-11-23T21:55
             */
            arrivedAt?: string;
            /**
             * @description Thời điểm đi dự kiến / Expected departure
             * @example 2026-11-25T12:00
             */
            expectedDepartureAt?: string;
            /**
             * @description Lý do cư trú (danh mục stay-reason) / Reason
             * @example 1
             */
            reason?: number;
            /** @description Lý do chi tiết, chỉ với lý do 20 / Only for reason 20 */
            reasonText?: string;
            /** @description Ghi chú / Note */
            note?: string;
            /** @description Ở đâu trong cơ sở / Where in the facility */
            place?: components["schemas"]["PlaceRequest"];
        };
        ValidationResponse: {
            /** @description Khai báo này sẽ được chấp nhận / This declaration would be accepted */
            valid: boolean;
            errors: components["schemas"]["IssueResponse"][];
            warnings: components["schemas"]["IssueResponse"][];
            dueAt: string | null;
            late: boolean | null;
        };
        StayListResponse: {
            stays: components["schemas"]["StayResponse"][];
            /** @description Gửi lại làm cursor để xem trang sau / Send as cursor for the next page */
            next: string | null;
        };
        BulkCheckOutItem: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
            /**
             * Format: uuid
             * @description Lưu trú / The stay
             */
            stayId: string;
            /** @description Thời điểm đi; bỏ trống là bây giờ / When the person left, default now */
            departedAt?: string;
        };
        BulkCheckOutRequest: {
            /** @description Danh sách ra viện, trả phòng; từng người được xử lý độc lập / Each is handled on its own */
            stays: components["schemas"]["BulkCheckOutItem"][];
            /** @description Thời điểm chung cho cả danh sách / For all that name none of their own */
            departedAt?: string;
        };
        ActionResponse: {
            /** Format: uuid */
            stayId: string;
            /** Format: uuid */
            facilityId: string;
            /** @enum {string} */
            action: "check-out" | "leave-early" | "extend" | "undo-check-out" | "correct" | "cancel";
            /**
             * @description Phiên bản mới / The new version
             * @example 2
             */
            version: number;
            /** @enum {string} */
            state: "in_house" | "overdue" | "departed" | "left_early" | "cancelled";
            /** @description Tình trạng tại CSDL quốc gia về dân cư / State at the population database */
            status: string;
            arrivedAt: string;
            expectedDepartureAt: string | null;
            departedAt: string | null;
            /** @description Giữ nguyên dấu thời gian khai báo đầu tiên / The stamp of the first declaration */
            declaredAt: string;
            dueAt: string;
            /** @description Điều chỉnh không làm khai báo thành trễ hạn / A correction is never late */
            late: boolean;
            /** @description Trường đã đổi / Pointers of what changed */
            changed: string[];
            warnings: components["schemas"]["IssueResponse"][];
            /** @description Giấy tiếp nhận mới, nếu có / A new receipt, if any */
            receipt: string | null;
        };
        BulkCheckOutResult: {
            stayId: string | null;
            /** @description Đã trả phòng (cũng khi gửi lại) / Checked out, also on a repeat */
            done: boolean;
            answer: components["schemas"]["ActionResponse"] | null;
            errors: components["schemas"]["IssueResponse"][];
        };
        BulkCheckOutResponse: {
            done: number;
            refused: number;
            /** @description Theo thứ tự gửi lên / In the order sent */
            results: components["schemas"]["BulkCheckOutResult"][];
        };
        CheckOutRequest: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
            /** @description Thời điểm đi; bỏ trống là bây giờ / When the person left, default now */
            departedAt?: string;
        };
        ExtendRequest: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
            /**
             * @description Thời điểm đi dự kiến mới, tối đa 30 ngày kể từ ngày đến / The new expected departure
             * @example 2026-11-27T12:00
             */
            expectedDepartureAt: string;
        };
        UndoCheckOutRequest: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
        };
        CorrectedFields: {
            /**
             * @description Loại khai báo / Kind of stay
             * @enum {string}
             */
            kind?: "guest" | "tenant" | "patient" | "relative" | "passenger";
            /** @description Người lưu trú / The person */
            person?: components["schemas"]["PersonRequest"];
            /** @description Thời điểm đến / Arrival */
            arrivedAt?: string;
            /** @description Thời điểm đi dự kiến / Expected departure */
            expectedDepartureAt?: string;
            /** @description Thời điểm đã đi, với lưu trú đã kết thúc / Departure, of an ended stay */
            departedAt?: string;
            /** @description Lý do cư trú / Reason */
            reason?: number;
            /** @description Lý do chi tiết, chỉ với lý do 20 / Only for reason 20 */
            reasonText?: string;
            /** @description Ghi chú / Note */
            note?: string;
            /** @description Ở đâu trong cơ sở / Where in the facility */
            place?: components["schemas"]["PlaceRequest"];
        };
        CorrectRequest: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
            /** @description Các trường cần sửa; trường không gửi giữ nguyên / Only what is to be different */
            changes: components["schemas"]["CorrectedFields"];
            /** @description Trường cần xóa trống: note, person.phone, bed… dạng place.bed / Fields to empty */
            clear?: string[];
        };
        CancelRequest: {
            /**
             * @description Phiên bản đang xem; nếu lưu trú đã đổi thì trả lời 409. Có thể thay cho Idempotency-Key / The version you saw
             * @example 1
             */
            version?: number;
            /**
             * @description Mã lý do (danh mục cancel-reason) / Code of the table cancel-reason
             * @example khong-den
             */
            reason: string;
            /** @description Nói rõ, bắt buộc với lý do khac / In words; required for khac */
            note?: string;
        };
        ActorResponse: {
            /** @enum {string} */
            kind: "api-key" | "person" | "system";
            id: string;
        };
        StayVersionResponse: {
            version: number;
            /** @enum {string} */
            action: "declare" | "check-out" | "leave-early" | "extend" | "undo-check-out" | "correct" | "cancel";
            at: string;
            actor: components["schemas"]["ActorResponse"];
            /** @enum {string} */
            channel: "rest" | "kbtt" | "file";
            changed: string[];
            reason: string | null;
            /** @description Lưu trú ở phiên bản này / The stay at this version */
            stay: components["schemas"]["StayResponse"];
        };
        StayHistoryResponse: {
            versions: components["schemas"]["StayVersionResponse"][];
        };
        CreateTripRequest: {
            /** @description Mã hoặc id của nhà xe; bỏ trống khi khóa chỉ có một cơ sở / Operator, unless the key has only one */
            facilityId?: string;
            /**
             * @description Mã chuyến của phần mềm nhà xe; dùng thay Idempotency-Key / Your own reference
             * @example CX-2311-01
             */
            externalRef?: string;
            /**
             * @description Biển số xe / Plate
             * @example 43B-012.34
             */
            plate: string;
            /**
             * @description Mã tuyến của nhà xe / Route code
             * @example DN-HN
             */
            routeCode: string;
            /**
             * @description Giờ xuất bến; không ghi múi giờ là giờ Việt Nam / Departure
             * @example 2026-11-23T19:00
             */
            departsAt: string;
            /** @description Họ tên lái xe / Driver */
            driverName?: string;
        };
        TripCreatedResponse: {
            /** Format: uuid */
            tripId: string;
            /** Format: uuid */
            facilityId: string;
            plate: string;
            routeCode: string;
            departsAt: string;
            expectedArrivalAt: string;
            stops: components["schemas"]["TripStopResponse"][];
            /** @example planned */
            state: string;
            warnings: components["schemas"]["IssueResponse"][];
        };
        AdmitPatientRequest: {
            /** @description Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one */
            facilityId?: string;
            /**
             * @description Số hồ sơ bệnh án của bệnh viện, không ghi chẩn đoán / The hospital’s record number, never a diagnosis
             * @example BA-26-004211
             */
            recordNumber: string;
            /**
             * @description Mã khoa / Department code
             * @example NOI
             */
            department: string;
            /**
             * @description Phòng / Room
             * @example 305
             */
            room?: string;
            /**
             * @description Giường / Bed
             * @example 2
             */
            bed?: string;
            /** @description Thời điểm nhập viện; bỏ trống là bây giờ / Admission, default now */
            admittedAt?: string;
        };
        PatientAdmittedResponse: {
            /** Format: uuid */
            patientId: string;
            /** Format: uuid */
            facilityId: string;
            department: string;
            room: string | null;
            bed: string | null;
            admittedAt: string;
            warnings: components["schemas"]["IssueResponse"][];
        };
        PatientResponse: {
            /** Format: uuid */
            patientId: string;
            /** Format: uuid */
            facilityId: string;
            recordNumber: string;
            department: string;
            room: string | null;
            bed: string | null;
            admittedAt: string;
            dischargedAt: string | null;
            version: number;
        };
        RoomResponse: {
            code: string;
            beds: number;
        };
        DepartmentResponse: {
            code: string;
            name: string;
            beds: number;
        };
        VehicleResponse: {
            plate: string;
            seats: number;
        };
        RouteStopResponse: {
            code: string;
            name: string;
            /** @description Số phút sau giờ xuất bến / Minutes after departure */
            afterMinutes: number;
        };
        RouteResponse: {
            code: string;
            name: string;
            stops: components["schemas"]["RouteStopResponse"][];
        };
        FacilityResponse: {
            /** Format: uuid */
            facilityId: string;
            /** @example DN-KS-001 */
            code: string;
            /**
             * @description Danh mục facility-kind / Table facility-kind
             * @example khach-san
             */
            kind: string;
            /** @description Các loại lưu trú cơ sở khai báo / What it declares */
            stayKinds: ("guest" | "tenant" | "patient" | "relative" | "passenger")[];
            /** @description Phải ghi số phòng / The room must be given */
            roomRequired: boolean;
            name: string;
            stars: number | null;
            addressLine: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            /** @description Phiên bản; gửi lại khi đổi thông tin / The version; give it back when you change it */
            version: number;
            rooms: components["schemas"]["RoomResponse"][];
            departments: components["schemas"]["DepartmentResponse"][];
            vehicles: components["schemas"]["VehicleResponse"][];
            routes: components["schemas"]["RouteResponse"][];
        };
        FacilityListResponse: {
            facilities: components["schemas"]["FacilityResponse"][];
        };
        TextPairResponse: {
            vi: string;
            en: string;
        };
        ConsentParagraphResponse: {
            title: components["schemas"]["TextPairResponse"];
            text: components["schemas"]["TextPairResponse"];
        };
        ConsentResponse: {
            /**
             * @description Gửi lại khi khai / To be given back with the entry
             * @example 2026-11
             */
            version: string;
            paragraphs: components["schemas"]["ConsentParagraphResponse"][];
            agreement: components["schemas"]["TextPairResponse"];
        };
        DeskResponse: {
            /** @example Khách sạn Thử Nghiệm */
            facilityName: string;
            /**
             * @description Danh mục facility-kind / Table facility-kind
             * @example khach-san
             */
            facilityKind: string;
            ward: components["schemas"]["TextPairResponse"];
            consent: components["schemas"]["ConsentResponse"];
        };
        GuestPersonRequest: {
            /**
             * @description Chuỗi QR trên thẻ CCCD, nguyên văn / The text of the QR code of an identity card, as scanned
             * @example 049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021
             */
            qr?: string;
            /** @description Các dòng MRZ của thẻ hoặc hộ chiếu / The MRZ lines of a card or passport */
            mrz?: string;
            /**
             * @description Họ tên / Full name
             * @example Trần Thị Bình
             */
            fullName?: string;
            /**
             * @description Ngày sinh YYYY-MM-DD, hoặc YYYY khi chỉ biết năm / Birth date, or its year
             * @example 1990-08-15
             */
            birthDate?: string;
            /**
             * @description Giới tính: M nam, F nữ / Sex
             * @enum {string}
             */
            sex?: "M" | "F";
            /**
             * @description Quốc tịch, mã 3 chữ cái (Đức là D); bỏ trống là VNM / Nationality, default VNM
             * @example VNM
             */
            nationality?: string;
            /** @description Giấy tờ / Identity paper */
            document?: components["schemas"]["DocumentRequest"];
            /**
             * @description Số điện thoại / Phone
             * @example 0905 000 111
             */
            phone?: string;
            /** @description Người nước ngoài: được tạm trú đến ngày, YYYY-MM-DD / Foreigners: permitted to stay until */
            permitUntil?: string;
            /** @description Nơi cư trú / Residence */
            residence?: components["schemas"]["ResidenceRequest"];
        };
        GuestMemberRequest: {
            /** @description Người lưu trú / The person */
            person: components["schemas"]["GuestPersonRequest"];
        };
        ConsentRequest: {
            /**
             * @description Phiên bản nội dung đã đọc / The version that was read
             * @example 2026-11
             */
            version: string;
            /**
             * @description Đồng ý / Given
             * @example true
             */
            given: boolean;
        };
        EnterGuestsRequest: {
            /** @description Những người cùng đến, tối đa 20 / The people */
            persons: components["schemas"]["GuestMemberRequest"][];
            /**
             * @description Thời điểm đi dự kiến / Expected departure
             * @example 2026-11-25T12:00
             */
            expectedDepartureAt?: string;
            /** @description Đồng ý gửi thông tin / Consent */
            consent: components["schemas"]["ConsentRequest"];
        };
        EnteredResponse: {
            /**
             * @description Đọc cho lễ tân / To be said at the desk
             * @example 4071
             */
            callCode: string;
            /** @description Để xem lại và rút lại; chỉ bạn có / Opens the own entry again; nobody else has it */
            secret: string;
            enteredAt: string;
            /** @description Sau lúc này nội dung bị hủy / The content is destroyed at this time */
            expiresAt: string;
        };
        OwnEntryResponse: {
            /** @enum {string} */
            state: "waiting" | "confirmed" | "refused" | "withdrawn" | "expired";
            /** @example 4071 */
            callCode: string;
            /** @description Số người / How many people */
            people: number;
            enteredAt: string;
            expiresAt: string;
            /**
             * @description Vì sao bị trả lại / Why sent back
             * @enum {string|null}
             */
            refusedBecause: "not-here" | "data-wrong" | "entered-twice" | "declared-otherwise" | "code-replaced" | null;
        };
        DeskLinkResponse: {
            /** @description null: chưa có mã / null: there is none */
            url: string | null;
            madeAt: string | null;
        };
        RenewDeskLinkRequest: {
            /** @description Trả lại mọi bản đang chờ, khi mã cũ bị lạm dụng / Send back all that wait, where the old code was misused */
            refuseWaiting?: boolean;
        };
        WaitingEntryResponse: {
            /** Format: uuid */
            entryId: string;
            /** @example 4071 */
            callCode: string;
            people: number;
            /** @description Họ tên người đầu tiên / The name of the first person */
            firstName: string;
            enteredAt: string;
            expiresAt: string;
            /** @description Quầy mở xem lần cuối / When a desk opened it last */
            openedAt: string | null;
        };
        WaitingEntriesResponse: {
            /** @description Ai đến trước ở trên / Who came first is first */
            entries: components["schemas"]["WaitingEntryResponse"][];
        };
        WaitingCountResponse: {
            /** @description Tối đa 100 / At most 100 */
            waiting: number;
            /** @description Bản mới nhất vào lúc / When the newest came */
            latestAt: string | null;
        };
        OpenedEntryResponse: {
            /** Format: uuid */
            entryId: string;
            /** @example 4071 */
            callCode: string;
            enteredAt: string;
            expiresAt: string;
            /** @description Đồng nghiệp đã mở lúc này / When somebody else at the desk opened it */
            openedByOtherAt: string | null;
            expectedDepartureAt: string | null;
            /** @description Lời khách tự khai, phải đối chiếu giấy tờ / As the guests say; compare it with their papers */
            persons: components["schemas"]["GuestPersonRequest"][];
        };
        RefuseGuestsRequest: {
            /**
             * @description not-here: khách không đến; data-wrong: thông tin không khớp giấy tờ; entered-twice: khai trùng; declared-otherwise: đã khai báo từ giấy tờ / Why
             * @enum {string}
             */
            reason: "not-here" | "data-wrong" | "entered-twice" | "declared-otherwise";
        };
        ScopeResponse: {
            /** @enum {string} */
            kind: "facility" | "chain" | "unit" | "zone" | "none";
            id: string | null;
        };
        GrantResponse: {
            /** Format: uuid */
            grantId: string;
            role: string;
            scope: components["schemas"]["ScopeResponse"];
            expiresAt: string | null;
        };
        AccountResponse: {
            /** Format: uuid */
            accountId: string;
            displayName: string;
            username: string | null;
            signsIn: ("password" | "vneid")[];
            secondFactor: boolean;
            locked: boolean;
            disabledBecause: string | null;
            lastSignedInAt: string | null;
            grants: components["schemas"]["GrantResponse"][];
        };
        AccountListResponse: {
            accounts: components["schemas"]["AccountResponse"][];
            /** @description Trang sau: after=… / Next page */
            next: string | null;
        };
        CreateAccountRequest: {
            /**
             * @description Họ tên / Name
             * @example Lê Văn Kiểm
             */
            displayName: string;
            /** @description Tên đăng nhập; bỏ trống nếu chỉ dùng VNeID / User name, unless VNeID only */
            username?: string;
            /** @description Số định danh cá nhân, để đăng nhập bằng VNeID / Personal number, for VNeID */
            personalNumber?: string;
        };
        AccountCreatedResponse: {
            /** Format: uuid */
            accountId: string;
            /** @description Mật khẩu đầu, chỉ hiện lần này / First password, shown this once */
            firstPassword: string | null;
        };
        ScopeRequest: {
            /**
             * @description Loại phạm vi / Kind of scope
             * @enum {string}
             */
            kind: "facility" | "chain" | "unit" | "zone" | "none";
            /**
             * @description Mã của phạm vi / Its id
             * @example w20410
             */
            id?: string;
        };
        GrantRequest: {
            /**
             * @description Vai trò / Role
             * @enum {string}
             */
            role: "facility-owner" | "facility-clerk" | "ward-police" | "provincial-police" | "police-supervisor" | "watch-list-officer" | "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader" | "system-administrator" | "auditor";
            /** @description Phạm vi / Scope */
            scope: components["schemas"]["ScopeRequest"];
            /**
             * Format: date
             * @description Hết hiệu lực từ ngày / Ends on this day
             */
            expiresOn?: string;
        };
        GrantedResponse: {
            /** Format: uuid */
            grantId: string;
        };
        PasswordResetResponse: {
            firstPassword: string | null;
        };
        RoleResponse: {
            /** @enum {string} */
            role: "facility-owner" | "facility-clerk" | "ward-police" | "provincial-police" | "police-supervisor" | "watch-list-officer" | "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader" | "system-administrator" | "auditor";
            name: components["schemas"]["TextResponse"];
            /** @description Phạm vi có thể gắn / What a grant of it may be bound to */
            scopes: string[];
            permissions: string[];
            /** @description Bắt buộc xác thực hai lớp / A second factor is mandatory */
            secondFactor: boolean;
        };
        RoleListResponse: {
            roles: components["schemas"]["RoleResponse"][];
        };
        StaffResponse: {
            staff: components["schemas"]["AccountResponse"][];
        };
        DelegationResponse: {
            vendorCode: string;
            vendorName: string;
            permissions: string[];
            grantedAt: string;
            expiresAt: string | null;
        };
        DelegationListResponse: {
            delegations: components["schemas"]["DelegationResponse"][];
        };
        DelegateRequest: {
            /** @description Quyền giao / What is delegated */
            permissions: ("stay.declare" | "stay.read" | "trip.manage" | "patient.manage" | "facility.read" | "webhook.manage")[];
            /**
             * Format: date
             * @description Hết hiệu lực từ ngày / Ends on this day
             */
            expiresOn?: string;
        };
        KeyResponse: {
            id: string;
            label: string;
            permissions: string[];
            createdAt: string;
            expiresAt: string | null;
            /** @description Lần dùng gần nhất, chính xác đến phút / To the minute */
            lastUsedAt: string | null;
            allowedNetworks: string[] | null;
            /** @description Yêu cầu phải ký / Requests must be signed */
            signed: boolean;
        };
        KeyListResponse: {
            keys: components["schemas"]["KeyResponse"][];
        };
        CreateKeyRequest: {
            /**
             * @description Tên gợi nhớ / Label
             * @example Phần mềm lễ tân
             */
            label: string;
            /** @description Quyền; bỏ trống là tất cả / Permissions; all unless given */
            permissions?: ("stay.declare" | "stay.read" | "trip.manage" | "patient.manage" | "facility.read" | "webhook.manage")[];
            /**
             * Format: date
             * @description Hết hiệu lực từ ngày / Ends on this day
             */
            expiresOn?: string;
            /**
             * @description Chỉ dùng từ các mạng này (CIDR) / Only from these networks
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            allowedNetworks?: string[];
            /** @description Khóa công khai Ed25519 (base64url, 32 byte): khi có, mọi yêu cầu phải ký theo RFC 9421 / With it every request must be signed */
            signatureKey?: string;
        };
        KeyCreatedResponse: {
            id: string;
            /**
             * @description Chỉ hiện lần này / Shown this once
             * @example lt_…
             */
            key: string;
        };
        PartnerKeyResponse: {
            id: string;
            label: string;
            unitId: string;
            /** @enum {string} */
            use: "police-search" | "figures";
            xroadClients: string[] | null;
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            allowedNetworks: string[] | null;
        };
        PartnerKeyListResponse: {
            keys: components["schemas"]["PartnerKeyResponse"][];
        };
        CreatePartnerKeyRequest: {
            /**
             * @description Tên gợi nhớ / Label
             * @example Hệ thống hình sự
             */
            label: string;
            /** @description Đơn vị hành chính mà khóa được tra cứu hoặc nhận số liệu / The unit searched in, or told of */
            unitId: string;
            /**
             * @description police-search (mặc định): tra cứu cho công an; figures: số liệu cho IOC / For the police (default), or figures for an operations centre
             * @enum {string}
             */
            use?: "police-search" | "figures";
            /**
             * @description Với figures: thành viên X-Road được gọi qua khóa này / With figures: X-Road members that may ask through it
             * @example [
             *       "VN/GOV/48/IOC"
             *     ]
             */
            xroadClients?: string[];
            /** @description Khóa công khai Ed25519 (base64url, 32 byte) / Public key */
            signatureKey: string;
            /**
             * Format: date
             * @description Hết hiệu lực từ ngày / Ends on this day
             */
            expiresOn?: string;
            /** @description Chỉ dùng từ các mạng này (CIDR) / Only from these networks */
            allowedNetworks?: string[];
        };
        PeriodField: {
            /**
             * @description Đến, đi, hay đang ở / Arrived, left, or in house
             * @enum {string}
             */
            event?: "arrival" | "departure" | "in-house";
            /**
             * Format: date
             * @description Từ ngày; in-house không có ngày là hiện tại / From; in-house without days is now
             */
            from?: string;
            /**
             * Format: date
             * @description Đến hết ngày / To the end of
             */
            to?: string;
        };
        PartnerSearchBody: {
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example tim-nguoi
             */
            purpose: string;
            /**
             * @description Số hồ sơ vụ việc / Case number
             * @example VV-2026/118
             */
            caseNumber: string;
            /**
             * @description Số giấy tờ đầy đủ / Whole document number
             * @example 049190001234
             */
            documentNumber?: string;
            /** @description 6 ký tự cuối của số, kèm năm sinh / The last 6 characters, with the birth year */
            documentTail?: string;
            /**
             * @description Điện thoại / Phone
             * @example 0905 000 111
             */
            phone?: string;
            /**
             * @description Tên, có dấu hay không, thứ tự nào cũng được; một từ thì kèm năm sinh / Name, with or without marks, in any order; one word only with the birth year
             * @example tran binh
             */
            name?: string;
            /**
             * Format: date
             * @description Ngày sinh / Birth date
             */
            birthDate?: string;
            /** @description Năm sinh / Birth year */
            birthYear?: number;
            /**
             * @description Giới tính / Sex
             * @enum {string}
             */
            sex?: "M" | "F";
            /**
             * @description Quốc tịch / Nationality
             * @example VNM
             */
            nationality?: string;
            /**
             * @description Loại lưu trú / Kind of stay
             * @enum {string}
             */
            kind?: "guest" | "tenant" | "patient" | "relative" | "passenger";
            /** @description Loại cơ sở, danh mục facility-kind / Kind of facility */
            facilityKind?: string;
            /**
             * @description Địa bàn: đơn vị hành chính / Area: an administrative unit
             * @example w20410
             */
            unitId?: string;
            /** @description Cơ sở, theo mã hoặc id / Facility, by code or id */
            facilityId?: string;
            /** @description Phòng, kèm cơ sở / Room, with the facility */
            room?: string;
            /** @description Khoa, kèm cơ sở / Department, with the facility */
            department?: string;
            /**
             * @description Biển số xe / Plate
             * @example 43B-012.34
             */
            plate?: string;
            /**
             * Format: uuid
             * @description Chuyến xe / Trip
             */
            tripId?: string;
            /** @description Khoảng thời gian / Period */
            period?: components["schemas"]["PeriodField"];
            /** @description Giá trị next của trang trước, gửi với đúng tiêu chí cũ / next of the page before, with the same criteria */
            cursor?: string;
            /**
             * @description Mã của cán bộ trong hệ thống đối tác, không phải tên / The officer in the partner’s system, no name
             * @example CB-004512
             */
            officer: string;
        };
        ReasonResponse: {
            /** @example middle-name-missing */
            code: string;
            vi: string;
            en: string;
        };
        FoundFacilityResponse: {
            /** Format: uuid */
            facilityId: string;
            code: string;
            name: string;
            kind: string;
            wardId: string;
        };
        FoundStayResponse: {
            /** Format: uuid */
            stayId: string;
            facility: components["schemas"]["FoundFacilityResponse"];
            kind: string;
            state: string;
            arrivedAt: string;
            expectedDepartureAt: string | null;
            departedAt: string | null;
            room: string | null;
            department: string | null;
            /** Format: uuid */
            tripId: string | null;
            seat: string | null;
        };
        FoundPersonResponse: {
            /**
             * @description Mức khớp / How well it fits
             * @example 0.99
             */
            score: number;
            reasons: components["schemas"]["ReasonResponse"][];
            fullName: string;
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex: "M" | "F";
            nationality: string;
            documentType: number;
            documentNumber: string | null;
            /** @description Số lưu trú tìm thấy / Stays found */
            stayCount: number;
            /** @description Mới nhất trước / Newest first */
            stays: components["schemas"]["FoundStayResponse"][];
        };
        SearchResponse: {
            /** Format: uuid */
            searchId: string;
            page: number;
            persons: components["schemas"]["FoundPersonResponse"][];
            /** @description Số người, tất cả các trang / People on all pages */
            total: number;
            /** @description Còn nữa nhưng không hiện: hãy thu hẹp / There is more: narrow the search */
            cut: boolean;
            next: string | null;
        };
        RoomField: {
            /**
             * @description Số phòng / Room
             * @example 101
             */
            code: string;
            /** @description Số giường / Beds */
            beds?: number;
        };
        DepartmentField: {
            /** @description Mã khoa / Department */
            code: string;
            /** @description Tên khoa / Name */
            name?: string;
            /** @description Số giường / Beds */
            beds?: number;
        };
        VehicleField: {
            /** @description Biển số / Plate */
            plate: string;
            /** @description Số chỗ / Seats */
            seats?: number;
        };
        CertificateField: {
            /** @description Số giấy chứng nhận đủ điều kiện về an ninh, trật tự / Number */
            number: string;
            /**
             * Format: date
             * @description Ngày cấp / Issued
             */
            issuedOn: string;
            /**
             * Format: date
             * @description Có giá trị đến / Valid until
             */
            expiresOn?: string;
        };
        OwnerField: {
            /**
             * @description Họ tên chủ cơ sở / Name
             * @example Lê Văn Cường
             */
            fullName: string;
            /**
             * @description Số định danh cá nhân / Personal number
             * @example 048098001111
             */
            personalNumber: string;
            /**
             * @description Điện thoại / Phone
             * @example 0905 000 111
             */
            phone: string;
        };
        ApplicationRequest: {
            /**
             * @description Loại cơ sở, danh mục facility-kind / Kind
             * @example nha-nghi
             */
            kind: string;
            /**
             * @description Tên cơ sở / Name
             * @example Nhà nghỉ Sông Hoài
             */
            name: string;
            /** @description Hạng sao / Stars */
            stars?: number;
            /**
             * @description Địa chỉ có phường/xã, cũ hay mới đều được / Address with its ward, old or new
             * @example 12 Nguyễn Thái Học, phường Minh An, Hội An, Quảng Nam
             */
            address: string;
            /** @description Phòng / Rooms */
            rooms?: components["schemas"]["RoomField"][];
            /** @description Khoa (cơ sở y tế) / Departments */
            departments?: components["schemas"]["DepartmentField"][];
            /** @description Xe (nhà xe) / Vehicles */
            vehicles?: components["schemas"]["VehicleField"][];
            /** @description Khu công nghiệp / Industrial zone */
            industrialZoneId?: string;
            /** @description Giấy chứng nhận ANTT / Security certificate */
            certificate?: components["schemas"]["CertificateField"];
            /** @description Chủ cơ sở / Owner */
            owner: components["schemas"]["OwnerField"];
        };
        ApplicationSubmittedResponse: {
            /**
             * @description Giữ mã này để tra cứu kết quả / Keep it to ask after the result
             * @example K7QM2WXA9HTB
             */
            reference: string;
        };
        ApplicationStatusResponse: {
            /** @enum {string} */
            state: "submitted" | "approved" | "refused";
            submittedAt: string;
            decidedAt: string | null;
            reason: string | null;
            facilityCode: string | null;
        };
        ApplicationResponse: {
            /** Format: uuid */
            applicationId: string;
            /** @enum {string} */
            state: "submitted" | "approved" | "refused";
            wardId: string;
            submittedAt: string;
            /** @description Nội dung hồ sơ / As submitted */
            application: components["schemas"]["ApplicationRequest"];
        };
        ApplicationListResponse: {
            applications: components["schemas"]["ApplicationResponse"][];
        };
        ApprovedResponse: {
            /** Format: uuid */
            facilityId: string;
            code: string;
        };
        SuperviseRequest: {
            /** @description Lý do / Reason */
            reason: string;
            /** @description Phiên bản đang xem / The version looked at */
            version?: number;
        };
        SupervisedResponse: {
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            version: number;
        };
        FacilityVersionResponse: {
            version: number;
            at: string;
            action: string;
            reason: string | null;
            content: Record<string, never>;
        };
        FacilityHistoryResponse: {
            versions: components["schemas"]["FacilityVersionResponse"][];
        };
        ChangeFacilityRequest: {
            /** @description Tên cơ sở / Name */
            name?: string;
            /** @description Toàn bộ danh sách phòng / All rooms */
            rooms?: components["schemas"]["RoomField"][];
            /** @description Toàn bộ danh sách khoa / All departments */
            departments?: components["schemas"]["DepartmentField"][];
            /** @description Toàn bộ danh sách xe / All vehicles */
            vehicles?: components["schemas"]["VehicleField"][];
            /** @description Phần mềm phải ký mọi yêu cầu (RFC 9421) / Machines must sign their requests */
            signedRequestsRequired?: boolean;
            /** @description Phiên bản đang xem / The version looked at */
            version?: number;
        };
        FacilityChangedResponse: {
            version: number;
        };
        InspectRequest: {
            /**
             * Format: uuid
             * @description Cơ sở / Facility
             */
            facilityId: string;
            /**
             * Format: uuid
             * @description Lưu trú / Stay
             */
            stayId: string;
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example kiem-tra-luu-tru
             */
            purpose: string;
            /**
             * @description Mã vụ việc / Case number
             * @example VA-2026/118
             */
            caseNumber?: string;
            /**
             * Format: uuid
             * @description Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own
             */
            breakGlassId?: string;
        };
        PersonViewRequest: {
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example kiem-tra-luu-tru
             */
            purpose: string;
            /**
             * @description Mã vụ việc / Case number
             * @example VA-2026/118
             */
            caseNumber?: string;
            /**
             * Format: uuid
             * @description Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own
             */
            breakGlassId?: string;
            /**
             * Format: uuid
             * @description Cơ sở của một lưu trú đã biết / Facility of a known stay
             */
            facilityId?: string;
            /**
             * Format: uuid
             * @description Lưu trú đã biết của người này / A known stay of the person
             */
            stayId?: string;
            /**
             * @description Hoặc số giấy tờ / Or the number of a document
             * @example 049190001234
             */
            documentNumber?: string;
            /**
             * @description Quốc tịch, khi số là của hộ chiếu / Nationality, of a passport
             * @example VNM
             */
            nationality?: string;
            /** @description Trang sau: next của trang trước / The page after: next of the one before */
            cursor?: string;
            /** @description Số lưu trú mỗi trang / Stays a page */
            limit?: number;
        };
        StayFacilityResponse: {
            /** Format: uuid */
            facilityId: string;
            code: string;
            name: string;
            kind: string;
            wardId: string;
            wardName: string;
            provinceName: string;
        };
        StayTripResponse: {
            /** Format: uuid */
            tripId: string;
            plate: string;
            routeCode: string;
            departsAt: string;
            stops: components["schemas"]["TripStopResponse"][];
        };
        DeclaredPersonResponse: {
            fullName: string;
            birthDate: string;
            /** @enum {string} */
            sex: "M" | "F";
            nationality: string;
            documentType: number;
            documentNumber: string | null;
            phone: string | null;
        };
        PersonStayResponse: {
            /** Format: uuid */
            stayId: string;
            kind: string;
            state: string;
            from: string;
            /** @description Thời điểm đi, hoặc dự kiến đi khi chưa đi / Departure, or the expected one while not gone */
            to: string | null;
            /** @description Đã đi thật / Has really left */
            departed: boolean;
            facility: components["schemas"]["StayFacilityResponse"];
            /** @description Phòng, giường, khoa, ghế … / Room, bed, department, seat … */
            place: Record<string, never>;
            trip: components["schemas"]["StayTripResponse"] | null;
            /** @description Như đã khai ở lần này / As declared this time */
            person: components["schemas"]["DeclaredPersonResponse"];
        };
        CompanionPersonResponse: {
            fullName: string;
            birthDate: string;
            /** @enum {string} */
            sex: "M" | "F";
            nationality: string;
            documentType: number;
            /** @description Đã che bớt; xem riêng người này để biết đủ / Masked */
            documentNumber: string | null;
        };
        ReasonTextResponse: {
            /** @enum {string} */
            code: "same-room" | "same-group" | "same-patient" | "same-trip" | "same-minute";
            vi: string;
            en: string;
        };
        CompanionResponse: {
            /** Format: uuid */
            facilityId: string;
            /**
             * Format: uuid
             * @description Lưu trú của người đi cùng, để xem tiếp / To look at them in turn
             */
            stayId: string;
            person: components["schemas"]["CompanionPersonResponse"];
            reasons: components["schemas"]["ReasonTextResponse"][];
            /** @description Các lưu trú có mặt cùng nhau / The stays they were at together */
            ofStayIds: string[];
        };
        GeoPointResponse: {
            /**
             * @description Vĩ độ / Latitude
             * @example 15.8697
             */
            lat: number;
            /**
             * @description Kinh độ / Longitude
             * @example 108.33
             */
            lon: number;
        };
        MapWardResponse: {
            wardId: string;
            wardName: string;
            provinceId: string;
            provinceName: string;
            facilityIds: string[];
            stays: number;
            firstAt: string;
            lastAt: string;
            /** @description Điểm của phường, xã; null khi chưa có nguồn / The ward’s point; null where no source gives one */
            point: components["schemas"]["GeoPointResponse"] | null;
        };
        PersonViewResponse: {
            /** @description Mới nhất trước / Newest first */
            stays: components["schemas"]["PersonStayResponse"][];
            /** @description Của các lưu trú trên trang này / Of the stays of this page */
            companions: components["schemas"]["CompanionResponse"][];
            /** @description Dữ liệu bản đồ theo phường, xã / For a map, by ward */
            map: components["schemas"]["MapWardResponse"][];
            next: string | null;
        };
        OpenBreakGlassRequest: {
            /**
             * @description Xã, phường hoặc cả tỉnh cần tra cứu / The ward, or the whole province
             * @example p48
             */
            unitId: string;
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example tim-nguoi
             */
            purpose: string;
            /**
             * @description Mã vụ việc / Case number
             * @example VA-2026/118
             */
            caseNumber?: string;
            /**
             * @description Vì sao cần tra cứu ngoài địa bàn ngay; lưu mã hóa / Why it cannot wait; stored sealed
             * @example Trẻ mất tích, có thể đã rời địa bàn tối nay
             */
            reason: string;
        };
        BreakGlassResponse: {
            /** Format: uuid */
            breakGlassId: string;
            unitId: string;
            purpose: string;
            caseNumber: string | null;
            /**
             * @description waiting: chờ chỉ huy xem xét; overdue: quá hạn xem xét / waiting for its review; overdue
             * @enum {string}
             */
            state: "open" | "waiting" | "overdue" | "reviewed";
            openedAt: string;
            expiresAt: string;
            endedAt: string | null;
            reviewedAt: string | null;
            /** @enum {string|null} */
            verdict: "justified" | "not-justified" | null;
        };
        BreakGlassListResponse: {
            breakGlasses: components["schemas"]["BreakGlassResponse"][];
        };
        SupervisedBreakGlassResponse: {
            /** Format: uuid */
            breakGlassId: string;
            unitId: string;
            purpose: string;
            caseNumber: string | null;
            /**
             * @description waiting: chờ chỉ huy xem xét; overdue: quá hạn xem xét / waiting for its review; overdue
             * @enum {string}
             */
            state: "open" | "waiting" | "overdue" | "reviewed";
            openedAt: string;
            expiresAt: string;
            endedAt: string | null;
            reviewedAt: string | null;
            /** @enum {string|null} */
            verdict: "justified" | "not-justified" | null;
            /** Format: uuid */
            accountId: string;
            officerName: string;
        };
        SupervisedBreakGlassListResponse: {
            breakGlasses: components["schemas"]["SupervisedBreakGlassResponse"][];
        };
        BreakGlassUseResponse: {
            at: string;
            /** @example person.view */
            action: string;
            subjectKind: string;
            subjectId: string | null;
            /** @description Số người đã hiện ra / People shown */
            rowCount: number | null;
        };
        BreakGlassFileResponse: {
            /** Format: uuid */
            breakGlassId: string;
            unitId: string;
            purpose: string;
            caseNumber: string | null;
            /**
             * @description waiting: chờ chỉ huy xem xét; overdue: quá hạn xem xét / waiting for its review; overdue
             * @enum {string}
             */
            state: "open" | "waiting" | "overdue" | "reviewed";
            openedAt: string;
            expiresAt: string;
            endedAt: string | null;
            reviewedAt: string | null;
            /** @enum {string|null} */
            verdict: "justified" | "not-justified" | null;
            /** Format: uuid */
            accountId: string;
            officerName: string;
            reason: string;
            note: string | null;
            /** @description Theo nhật ký / From the audit trail */
            uses: components["schemas"]["BreakGlassUseResponse"][];
        };
        ReviewBreakGlassRequest: {
            /**
             * @description Kết luận / Verdict
             * @enum {string}
             */
            verdict: "justified" | "not-justified";
            /** @description Nhận xét; lưu mã hóa / Remark; stored sealed */
            note: string;
        };
        EndBreakGlassRequest: {
            /**
             * Format: uuid
             * @description Bỏ trống: mọi lần đang mở / All that are open unless given
             */
            breakGlassId?: string;
        };
        BreakGlassEndedResponse: {
            /** @description Số lần vừa kết thúc / How many ended now */
            ended: number;
        };
        FindingKindResponse: {
            /** @enum {string} */
            code: "two-places" | "impossible-journey" | "many-identities";
            vi: string;
            en: string;
        };
        FindingStayResponse: {
            /** Format: uuid */
            facilityId: string;
            facilityName: string;
            wardId: string;
            /** Format: uuid */
            stayId: string;
        };
        FindingResponse: {
            /** Format: uuid */
            findingId: string;
            kind: components["schemas"]["FindingKindResponse"];
            foundAt: string;
            from: string;
            until: string | null;
            /** @description Thời gian đi theo khai báo, phút / By the record */
            minutes: number | null;
            /** @description Thời gian đi tối thiểu, phút / What it takes at least */
            minimumMinutes: number | null;
            /**
             * @description Trong địa bàn của mình / As to one’s own area
             * @enum {string}
             */
            state: "open" | "dismissed" | "handled" | "lapsed";
            /** @description Còn lưu trú ngoài địa bàn / There are stays outside the area */
            outside: boolean;
            /** @description Các lưu trú trong địa bàn, không nêu tên / Names nobody */
            stays: components["schemas"]["FindingStayResponse"][];
        };
        FindingListResponse: {
            findings: components["schemas"]["FindingResponse"][];
            next: string | null;
        };
        LookRequest: {
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example kiem-tra-luu-tru
             */
            purpose: string;
            /**
             * @description Mã vụ việc / Case number
             * @example VA-2026/118
             */
            caseNumber?: string;
            /**
             * Format: uuid
             * @description Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own
             */
            breakGlassId?: string;
        };
        FindingNoteResponse: {
            at: string;
            text: string;
        };
        FindingFileResponse: {
            finding: components["schemas"]["FindingResponse"];
            people: components["schemas"]["PersonStayResponse"][];
            notes: components["schemas"]["FindingNoteResponse"][];
        };
        DecideFindingRequest: {
            /**
             * @description dismissed: không có gì; handled: đã xử lý; open: mở lại / Nothing to it; dealt with; open again
             * @enum {string}
             */
            decision: "dismissed" | "handled" | "open";
            /** @description Ghi chú; lưu mã hóa / Note; stored sealed */
            note: string;
            /**
             * @description Trạng thái đang xem / The state looked at
             * @enum {string}
             */
            looked?: "open" | "dismissed" | "handled" | "lapsed";
        };
        PoliceSearchBody: {
            /**
             * @description Mục đích, danh mục look-purpose / Purpose
             * @example tim-nguoi
             */
            purpose: string;
            /**
             * @description Số hồ sơ vụ việc / Case number
             * @example VV-2026/118
             */
            caseNumber: string;
            /**
             * @description Số giấy tờ đầy đủ / Whole document number
             * @example 049190001234
             */
            documentNumber?: string;
            /** @description 6 ký tự cuối của số, kèm năm sinh / The last 6 characters, with the birth year */
            documentTail?: string;
            /**
             * @description Điện thoại / Phone
             * @example 0905 000 111
             */
            phone?: string;
            /**
             * @description Tên, có dấu hay không, thứ tự nào cũng được; một từ thì kèm năm sinh / Name, with or without marks, in any order; one word only with the birth year
             * @example tran binh
             */
            name?: string;
            /**
             * Format: date
             * @description Ngày sinh / Birth date
             */
            birthDate?: string;
            /** @description Năm sinh / Birth year */
            birthYear?: number;
            /**
             * @description Giới tính / Sex
             * @enum {string}
             */
            sex?: "M" | "F";
            /**
             * @description Quốc tịch / Nationality
             * @example VNM
             */
            nationality?: string;
            /**
             * @description Loại lưu trú / Kind of stay
             * @enum {string}
             */
            kind?: "guest" | "tenant" | "patient" | "relative" | "passenger";
            /** @description Loại cơ sở, danh mục facility-kind / Kind of facility */
            facilityKind?: string;
            /**
             * @description Địa bàn: đơn vị hành chính / Area: an administrative unit
             * @example w20410
             */
            unitId?: string;
            /** @description Cơ sở, theo mã hoặc id / Facility, by code or id */
            facilityId?: string;
            /** @description Phòng, kèm cơ sở / Room, with the facility */
            room?: string;
            /** @description Khoa, kèm cơ sở / Department, with the facility */
            department?: string;
            /**
             * @description Biển số xe / Plate
             * @example 43B-012.34
             */
            plate?: string;
            /**
             * Format: uuid
             * @description Chuyến xe / Trip
             */
            tripId?: string;
            /** @description Khoảng thời gian / Period */
            period?: components["schemas"]["PeriodField"];
            /** @description Giá trị next của trang trước, gửi với đúng tiêu chí cũ / next of the page before, with the same criteria */
            cursor?: string;
            /**
             * Format: uuid
             * @description Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own
             */
            breakGlassId?: string;
        };
        SupervisedSearchResponse: {
            /** Format: uuid */
            officerId: string;
            officerName: string | null;
            /** Format: uuid */
            searchId: string;
            page: number;
            at: string;
            purpose: string;
            caseNumber: string;
            /** @description Loại tiêu chí, không có giá trị / Kinds, never values */
            criteria: ("documentNumber" | "documentTail" | "phone" | "name" | "birthDate" | "birthYear" | "sex" | "nationality" | "kind" | "facilityKind" | "unitId" | "facilityId" | "room" | "department" | "plate" | "tripId" | "period")[];
            persons: number;
            rowsShown: number;
            cut: boolean;
        };
        SupervisedSearchesResponse: {
            searches: components["schemas"]["SupervisedSearchResponse"][];
            next: string | null;
        };
        SearchNoticeResponse: {
            /** Format: uuid */
            officerId: string;
            officerName: string | null;
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "searches-per-hour" | "searches-per-day" | "rows-per-day" | "numbers-in-sequence" | "numbers-without-hits" | "break-glass-opened";
            at: string;
            count: number;
            acknowledgedAt: string | null;
        };
        SearchNoticesResponse: {
            notices: components["schemas"]["SearchNoticeResponse"][];
            next: string | null;
        };
        SilenceResponse: {
            /** @enum {string} */
            state: "declaring" | "silent" | "rare" | "new" | "full" | "seasonal" | "suspended" | "closed";
            /** Format: date */
            since: string | null;
            days: number;
            /** @description Số khai báo lẽ ra đã có / How many declarations would be expected by now */
            expected: number;
            /** @description Xác suất ngẫu nhiên / How often chance alone does this */
            chance: number;
            /** @enum {string} */
            basis: "history" | "rooms" | "none";
            /** @description Thông thường, từ thứ Hai / Usual declarations from Monday on */
            usual: number[];
        };
        SentenceResponse: {
            vi: string;
            en: string;
        };
        IndicatorResponse: {
            /** @enum {string} */
            id: "silence" | "late-rate" | "correction-rate" | "mismatch-rate" | "not-found-rate" | "no-papers" | "overdue" | "rooms-over" | "seats-over";
            name: components["schemas"]["SentenceResponse"];
            definition: components["schemas"]["SentenceResponse"];
            /** @enum {string} */
            unit: "days" | "percent" | "room-nights" | "trips";
            /** @description Căn cứ / Legal source */
            source: string;
            /** @description Số đếm được; ngừng khai báo: số ngày / What was counted; silence: days */
            count: number;
            /** @description Trên tổng số / Among how many */
            of: number | null;
            /** @description Tỷ lệ 0-1 hoặc số đếm; trống khi chưa đủ số ca / A share or a count; null when there are too few */
            value: number | null;
            /** @description Ngưỡng / Where the band ends */
            limit: number | null;
            /** @enum {string} */
            position: "unknown" | "inside" | "outside" | "far";
            points: number;
            /** @description Giải thích / In a sentence */
            explanation: components["schemas"]["SentenceResponse"];
        };
        StandingResponse: {
            /** Format: uuid */
            facilityId: string;
            code: string;
            name: string;
            kind: string;
            wardId: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            /** @description Tổng điểm các chỉ số vượt ngưỡng / Sum of the points of what lies outside */
            points: number;
            outside: ("silence" | "late-rate" | "correction-rate" | "mismatch-rate" | "not-found-rate" | "no-papers" | "overdue" | "rooms-over" | "seats-over")[];
            silence: components["schemas"]["SilenceResponse"];
            indicators: components["schemas"]["IndicatorResponse"][];
            /** @description Thay đổi đến lúc này đã được tính / Changes up to then are in it */
            reckonedAt: string;
        };
        StandingListResponse: {
            facilities: components["schemas"]["StandingResponse"][];
            next: string | null;
        };
        WeekResponse: {
            /** Format: date */
            monday: string;
            declared: number;
            stays: number;
            late: number;
            corrected: number;
            mismatched: number;
            notFound: number;
            noPapers: number;
            overdue: number;
        };
        FacilityComplianceResponse: {
            standing: components["schemas"]["StandingResponse"];
            weeks: components["schemas"]["WeekResponse"][];
        };
        WardStandingResponse: {
            rank: number;
            wardId: string;
            wardName: string;
            /** @description Cơ sở đang hoạt động / Facilities that may work */
            facilities: number;
            silent: number;
            /** @description Có chỉ số vượt ngưỡng / With anything outside */
            outside: number;
            points: number;
            pointsPerFacility: number;
        };
        WardRankingResponse: {
            wards: components["schemas"]["WardStandingResponse"][];
        };
        SheetColumnResponse: {
            /** @enum {string} */
            id: "facilities" | "declared" | "stays" | "late" | "corrected" | "checked" | "mismatched" | "notFound" | "noPapers" | "overdue" | "roomsOver" | "tripsOver" | "silences" | "visits" | "notDeclared";
            vi: string;
            en: string;
        };
        SheetLineResponse: {
            /** @description Phường, xã hoặc cơ sở / Ward or facility */
            id: string;
            name: string;
            figures: {
                [key: string]: number;
            };
        };
        MonthlySheetResponse: {
            month: string;
            wardId: string | null;
            /**
             * Format: date
             * @description Ngày cuối được tính / The last day in it
             */
            until: string;
            madeAt: string;
            columns: components["schemas"]["SheetColumnResponse"][];
            lines: components["schemas"]["SheetLineResponse"][];
            total: {
                [key: string]: number;
            };
        };
        WriteNoteRequest: {
            /**
             * Format: date
             * @description Ngày kiểm tra / Day of the visit
             */
            visitedOn: string;
            /** @description Kết quả, mã của danh mục inspection-finding / Findings, codes of the table inspection-finding */
            findings: string[];
            /** @description Số khách có mặt mà không được khai báo / Guests found not declared */
            notDeclared?: number;
            /** @description Ghi chú / The note */
            text: string;
            /**
             * Format: uuid
             * @description Cơ sở / Facility
             */
            facilityId: string;
            /** @description Cho cơ sở xem / Show it to the facility; not to be taken back */
            share?: boolean;
        };
        AnswerResponse: {
            /** @description Trả lời cho phiên bản nào / The version it answers */
            version: number;
            text: string;
            answeredAt: string;
        };
        FineResponse: {
            fromGuests: number;
            toGuests: number | null;
            minVnd: number;
            maxVnd: number;
            /** @description Căn cứ / Legal source */
            sourceVi: string;
            /** Format: date */
            validFrom: string;
            notice: components["schemas"]["SentenceResponse"];
        };
        NoteResponse: {
            /** Format: uuid */
            noteId: string;
            version: number;
            /** Format: date */
            visitedOn: string;
            findings: string[];
            notDeclared: number | null;
            text: string;
            withdrawn: boolean;
            writtenAt: string;
            answers: components["schemas"]["AnswerResponse"][];
            /** Format: uuid */
            facilityId: string;
            facilityName: string;
            /** @enum {string} */
            action: "write" | "revise" | "share" | "withdraw";
            shared: boolean;
            writtenBy: string;
            /** @description Khung tiền phạt của ngày kiểm tra; trống khi không có quy định nào được ghi nhận cho ngày đó / The band of the day of the visit; null when no rule is known for it */
            fine: components["schemas"]["FineResponse"] | null;
        };
        NoteListResponse: {
            notes: components["schemas"]["NoteResponse"][];
        };
        NoteVersionsResponse: {
            /** @description Mới nhất trước / Newest first */
            versions: components["schemas"]["NoteResponse"][];
        };
        ReviseNoteRequest: {
            /**
             * Format: date
             * @description Ngày kiểm tra / Day of the visit
             */
            visitedOn: string;
            /** @description Kết quả, mã của danh mục inspection-finding / Findings, codes of the table inspection-finding */
            findings: string[];
            /** @description Số khách có mặt mà không được khai báo / Guests found not declared */
            notDeclared?: number;
            /** @description Ghi chú / The note */
            text: string;
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
        };
        NoteVersionRequest: {
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
        };
        FacilityNoteResponse: {
            /** Format: uuid */
            noteId: string;
            version: number;
            /** Format: date */
            visitedOn: string;
            findings: string[];
            notDeclared: number | null;
            text: string;
            withdrawn: boolean;
            writtenAt: string;
            answers: components["schemas"]["AnswerResponse"][];
        };
        FacilityNotesResponse: {
            notes: components["schemas"]["FacilityNoteResponse"][];
        };
        AnswerNoteRequest: {
            /** @description Phiên bản đang xem / The version looked at */
            version: number;
            /** @description Nội dung trả lời / The answer */
            text: string;
        };
        PolicyColumnResponse: {
            /** @example nationality */
            column: string;
            /** @example plain */
            masking: string;
            name: components["schemas"]["TextResponse"];
            /** @description Hiển thị thế nào / How it is shown */
            shownAs: components["schemas"]["TextResponse"];
            /** @enum {string} */
            resource: "stays" | "facilities" | "trips";
        };
        PurposeResponse: {
            /** @enum {string} */
            code: "thong-ke" | "bao-cao" | "quan-ly-nganh" | "kiem-tra";
            name: components["schemas"]["TextResponse"];
        };
        AuthorityPolicyResponse: {
            /** @enum {string} */
            policyId: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
            version: number;
            name: components["schemas"]["TextResponse"];
            legalBasis: string;
            /** @description Đọc được gì / What it opens */
            resources: ("stays" | "facilities" | "trips")[];
            facilityKinds: string[];
            /** @description Trống: toàn bộ địa bàn được giao / Empty: all of the grant */
            areaUnitIds: string[];
            areaZoneIds: string[];
            stayKinds: string[];
            /** @enum {string|null} */
            staysForm: "rows" | "counts" | null;
            columns: components["schemas"]["PolicyColumnResponse"][];
            purposes: components["schemas"]["PurposeResponse"][];
            exports: boolean;
            cellSize: number;
            /** @description Có hiệu lực từ / In force since */
            at: string;
        };
        AuthorityPoliciesResponse: {
            policies: components["schemas"]["AuthorityPolicyResponse"][];
        };
        ShownColumnResponse: {
            /** @example nationality */
            column: string;
            /** @example plain */
            masking: string;
            name: components["schemas"]["TextResponse"];
            /** @description Hiển thị thế nào / How it is shown */
            shownAs: components["schemas"]["TextResponse"];
        };
        AuthorityRowsResponse: {
            /** @enum {string} */
            policy: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
            version: number;
            /**
             * @description rows: từng dòng; counts: số đếm / One row each, or counts of those that are alike in every column
             * @enum {string}
             */
            form: "rows" | "counts";
            /** @description Giá trị mà ít người hơn ngưỡng này cùng có thì để trống; số đếm là bội số của ngưỡng, làm tròn xuống / What fewer people share is left out; counts are rounded down to a multiple of it */
            cellSize: number;
            /** Format: date */
            from: string | null;
            /** Format: date */
            to: string | null;
            columns: components["schemas"]["ShownColumnResponse"][];
            /** @description Chỉ các cột của chính sách / Only the columns of the policy */
            rows: {
                [key: string]: unknown;
            }[];
            /** @description Tên của khu công nghiệp, khoa, tuyến, theo cột và mã / Names of zones, departments and routes */
            names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            next: string | null;
        };
        PolicyVersionResponse: {
            /** @enum {string} */
            policyId: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
            version: number;
            name: components["schemas"]["TextResponse"];
            legalBasis: string;
            /** @description Đọc được gì / What it opens */
            resources: ("stays" | "facilities" | "trips")[];
            facilityKinds: string[];
            /** @description Trống: toàn bộ địa bàn được giao / Empty: all of the grant */
            areaUnitIds: string[];
            areaZoneIds: string[];
            stayKinds: string[];
            /** @enum {string|null} */
            staysForm: "rows" | "counts" | null;
            columns: components["schemas"]["PolicyColumnResponse"][];
            purposes: components["schemas"]["PurposeResponse"][];
            exports: boolean;
            cellSize: number;
            /** @description Có hiệu lực từ / In force since */
            at: string;
            proposedBy: string;
            approvedBy: string;
        };
        MaskingResponse: {
            masking: string;
            name: components["schemas"]["TextResponse"];
            /**
             * @description Chỉ trong dạng này / In this form only
             * @enum {string|null}
             */
            form: "rows" | "counts" | null;
        };
        OfferedColumnResponse: {
            /** @enum {string} */
            resource: "stays" | "facilities" | "trips";
            column: string;
            name: components["schemas"]["TextResponse"];
            maskings: components["schemas"]["MaskingResponse"][];
        };
        PolicyListResponse: {
            policies: components["schemas"]["PolicyVersionResponse"][];
            /** @description Mọi thứ một chính sách có thể nêu / All that a policy may name */
            columns: components["schemas"]["OfferedColumnResponse"][];
            purposes: components["schemas"]["PurposeResponse"][];
        };
        PolicyVersionsResponse: {
            /** @description Mới nhất trước / Newest first */
            versions: components["schemas"]["PolicyVersionResponse"][];
        };
        PolicyColumnRequest: {
            /**
             * @description stays, facilities, trips
             * @example stays
             */
            resource: string;
            /**
             * @description Cột, theo danh mục / Column, of the list
             * @example nationality
             */
            column: string;
            /**
             * @description Cách che / Masking
             * @example plain
             */
            masking: string;
        };
        PolicyContentRequest: {
            /** @description Tên tiếng Việt / Name in Vietnamese */
            nameVi: string;
            /** @description Tên tiếng Anh / Name in English */
            nameEn: string;
            /** @description Căn cứ pháp lý / The law or order that allows it */
            legalBasis: string;
            /** @description Loại cơ sở / Kinds of facility */
            facilityKinds: string[];
            /** @description Đơn vị hành chính; trống: toàn bộ địa bàn được giao / Units; none: all of the grant */
            areaUnitIds?: string[];
            /** @description Khu công nghiệp / Industrial zones */
            areaZoneIds?: string[];
            /** @description Loại lưu trú / Kinds of stay */
            stayKinds?: string[];
            /**
             * @description Từng dòng hay số đếm; không có: không mở lưu trú / Rows or counts; absent: no stays
             * @enum {string}
             */
            staysForm?: "rows" | "counts";
            /** @description Các cột được xem; cột không nêu thì không có / Columns shown; others are absent */
            columns?: components["schemas"]["PolicyColumnRequest"][];
            /** @description Mục đích được phép / Purposes allowed */
            purposes: string[];
            /** @description Được tải tệp; mặc định không / May be taken away as a file; default not */
            exports?: boolean;
            /** @description Ngưỡng số người; mặc định 5 / Cell size; default 5 */
            cellSize?: number;
        };
        PolicyProposedResponse: {
            /**
             * Format: uuid
             * @description Chờ người khác duyệt / Waits for somebody else
             */
            proposalId: string;
        };
        PolicyProposalResponse: {
            /** Format: uuid */
            proposalId: string;
            /** @enum {string} */
            policyId: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
            baseVersion: number;
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "cancelled";
            /** Format: uuid */
            proposedBy: string;
            proposedAt: string;
            /** Format: uuid */
            decidedBy: string | null;
            decidedAt: string | null;
        };
        PolicyProposalsResponse: {
            proposals: components["schemas"]["PolicyProposalResponse"][];
        };
        PolicyProposalDetailResponse: {
            proposal: components["schemas"]["PolicyProposalResponse"];
            /** @description Như được đề nghị / As proposed */
            proposed: components["schemas"]["PolicyContentRequest"];
            /** @description Như hiện tại / As it is */
            present: components["schemas"]["PolicyVersionResponse"] | null;
        };
        PolicyApprovedResponse: {
            /** @enum {string} */
            policyId: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
            /** @description Phiên bản mới / The new version */
            version: number;
        };
        WordsResponse: {
            vi: string;
            en: string;
        };
        MeasureResponse: {
            id: string;
            name: components["schemas"]["WordsResponse"];
            definition: components["schemas"]["WordsResponse"];
            /** @enum {string} */
            unit: "visits" | "nights" | "room-nights" | "bed-nights" | "rooms" | "beds" | "share" | "trips" | "people";
            /** @description Căn cứ / Legal source */
            source: string;
        };
        DimensionResponse: {
            /** @enum {string} */
            id: "ward" | "former-ward" | "zone" | "kind" | "stars" | "class" | "stay-kind" | "nationality" | "reason" | "origin" | "sex" | "age" | "hour" | "length" | "department" | "employer" | "employer-zone" | "route" | "weekday";
            name: components["schemas"]["WordsResponse"];
        };
        IndicatorsResponse: {
            measures: components["schemas"]["MeasureResponse"][];
            dimensions: components["schemas"]["DimensionResponse"][];
        };
        EditionResponse: {
            /**
             * Format: date
             * @description Tháng / Month
             */
            month: string;
            /** @description Lần công bố / Edition */
            number: number;
            /** Format: date-time */
            madeAt: string;
        };
        FigureRowResponse: {
            /** @description Giá trị của các tiêu thức / Values of the dimensions */
            keys: {
                [key: string]: string | null;
            };
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Theo chỉ tiêu; null: không được hiển thị hoặc chưa có / By measure; null: not shown, or not known yet */
            values: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null: quá ít người, kỳ chưa khóa sổ, hoặc không được tách riêng / Why a measure is null: too few persons, its period is still open, or it is not told apart */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
            compared?: {
                [key: string]: number | null;
            };
            comparedHidden?: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
            movingAverage?: {
                [key: string]: number | null;
            };
            movingAverageHidden?: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
        };
        FiguresResponse: {
            /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
            asOf: string | null;
            /**
             * Format: date
             * @description Đêm cuối đã qua / The last night that is over
             */
            lastNight: string;
            /** @description Số người làm tròn xuống bội số của / Numbers of people are rounded down to multiples of */
            roundedTo: number | null;
            /** @description Số liệu lấy từ các lần công bố này / The figures are of these editions of closed months */
            editions: components["schemas"]["EditionResponse"][];
            measures: ("arrivals" | "overnight" | "international" | "domestic" | "international-overnight" | "departures" | "guest-nights" | "average-stay" | "rooms" | "beds" | "room-nights-used" | "room-nights" | "room-occupancy" | "bed-nights-used" | "bed-nights" | "bed-occupancy" | "in-patients" | "relatives" | "trips" | "passengers" | "late" | "late-share" | "cancelled")[];
            by: ("ward" | "former-ward" | "zone" | "kind" | "stars" | "class" | "stay-kind" | "nationality" | "reason" | "origin" | "sex" | "age" | "hour" | "length" | "department" | "employer" | "employer-zone" | "route" | "weekday")[];
            rows: components["schemas"]["FigureRowResponse"][];
            /** @description Tên của các giá trị / What the values are called */
            names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        NowRowResponse: {
            keys: {
                [key: string]: string | null;
            };
            values: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null: quá ít người, kỳ chưa khóa sổ, hoặc không được tách riêng / Why a measure is null: too few persons, its period is still open, or it is not told apart */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
        };
        NowResponse: {
            asOf: string | null;
            rows: components["schemas"]["NowRowResponse"][];
            names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description Số người của từng nơi làm tròn lên hoặc xuống bội số của; null: chính xác / Of what the numbers of people of each place are rounded, up or down, to multiples; null: exact */
            roundedTo: number | null;
        };
        FormLineResponse: {
            /** @description null: tổng số / null: all of them */
            class: string | null;
            name: components["schemas"]["WordsResponse"];
            values: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null: quá ít người, kỳ chưa khóa sổ, hoặc không được tách riêng / Why a measure is null: too few persons, its period is still open, or it is not told apart */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
        };
        FormResponse: {
            year: number;
            asOf: string | null;
            /**
             * Format: date
             * @description Đêm cuối được tính / The last night in it
             */
            lastNight: string;
            lines: components["schemas"]["FormLineResponse"][];
        };
        AnomalyAreaResponse: {
            /** @enum {string} */
            level: "ward" | "province";
            id: string;
            name: string;
        };
        UsedDayResponse: {
            /** Format: date */
            day: string;
            value: number;
        };
        BasisResponse: {
            /**
             * @description Cùng thứ các tuần trước, hoặc cùng ngày lễ năm trước / See docs
             * @enum {string}
             */
            method: "weekdays" | "holiday";
            holiday: string | null;
            /** @description Các ngày lấy trung vị / The days that the middle is of */
            days: components["schemas"]["UsedDayResponse"][];
            /** @description Trung vị / Their median */
            middle: number;
            /** @description Hệ số mùa từ năm trước / Season, from the year before */
            factor: number;
            around: components["schemas"]["UsedDayResponse"][];
            before: components["schemas"]["UsedDayResponse"][];
            /** @description middle × factor */
            expected: number;
            /** @description 1,4826 × trung vị độ lệch, theo tỷ lệ / 1.4826 × median deviation, as a share */
            scatter: number;
            scatterOf: components["schemas"]["UsedDayResponse"][];
            /** @description max(scatter × expected, √expected, tối thiểu / a least share) */
            unit: number;
            times: number;
            /** @description expected − times × unit */
            lower: number;
            /** @description expected + times × unit */
            upper: number;
        };
        AnomalyRemarkResponse: {
            at: string;
            text: string;
        };
        AnomalyResponse: {
            /** Format: uuid */
            noteId: string | null;
            /** @description null: toàn phạm vi / All of the scope */
            area: components["schemas"]["AnomalyAreaResponse"] | null;
            /** @enum {string} */
            measure: "arrivals" | "international" | "guest-nights";
            /** Format: date */
            day: string;
            /** @enum {string} */
            direction: "jump" | "drop";
            value: number;
            /** @description Cách tính, đủ số để tính lại / How it was reckoned, with all numbers */
            basis: components["schemas"]["BasisResponse"];
            /** @description Bằng lời / In words */
            words: components["schemas"]["WordsResponse"];
            foundAt: string | null;
            withdrawnAt: string | null;
            withdrawnValue: number | null;
            /** @enum {string|null} */
            withdrawnWhy: "within-band" | "other-numbers" | null;
            remarks: components["schemas"]["AnomalyRemarkResponse"][];
        };
        AnomaliesResponse: {
            /** @description Số làm tròn xuống bội của / Rounded down to multiples of */
            roundedTo: number | null;
            anomalies: components["schemas"]["AnomalyResponse"][];
            next: string | null;
        };
        RemarkRequest: {
            /** @description Đã tìm hiểu thấy gì / What was found out */
            text: string;
        };
        SubscriptionResponse: {
            /** Format: uuid */
            subscriptionId: string;
            /** @description Câu hỏi / The question */
            asked: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf";
            /** @enum {string} */
            language: "vi" | "en";
            /** @enum {string} */
            cadence: "daily" | "weekly" | "monthly";
            hour: number;
            onDay: number;
            /** @enum {string} */
            channel: "mail" | "webhook";
            target: string;
            /** @enum {string} */
            state: "unconfirmed" | "active" | "paused";
            /**
             * @description Vì sao dừng / Why nothing is made
             * @enum {string|null}
             */
            pausedBecause: "person" | "unsubscribed" | "no-permission" | "account-disabled" | "target-not-allowed" | "undeliverable" | "question-invalid" | null;
            nextDue: string | null;
            version: number;
            createdAt: string;
        };
        SubscriptionsResponse: {
            subscriptions: components["schemas"]["SubscriptionResponse"][];
        };
        SubscribeRequest: {
            /**
             * @description Phường, xã, cách nhau bằng dấu phẩy / Wards
             * @example w20410
             */
            ward?: string;
            /** @description Xã, phường trước sáp nhập / Commune before the merger */
            formerWard?: string;
            /** @description Khu công nghiệp của cơ sở / Industrial zone of the facility */
            zone?: string;
            /**
             * @description Loại cơ sở / Kinds of facility, table facility-kind
             * @example khach-san
             */
            kind?: string;
            /**
             * @description Hạng sao, 0: không hạng / Stars, 0: none
             * @example 4,5
             */
            stars?: string;
            /** @description Loại lưu trú / Kinds of stay: guest, tenant, patient, relative, passenger */
            stayKind?: string;
            /**
             * @description Báo cáo / Report
             * @enum {string}
             */
            report?: "figures" | "form-015n";
            /**
             * @description Chỉ tiêu, cách nhau bằng dấu phẩy / Measures
             * @example arrivals,guest-nights
             */
            measures?: string;
            /**
             * @description Tối đa hai tiêu thức / Up to two dimensions
             * @example kind
             */
            by?: string;
            /**
             * @description Chia kỳ theo / How the period is cut
             * @enum {string}
             */
            grain?: "day" | "week" | "month" | "quarter" | "year";
            /**
             * @description So với / Compared with
             * @enum {string}
             */
            compare?: "year" | "previous";
            /**
             * @description Kỳ của báo cáo, tính từ ngày lập / The days it is about
             * @enum {string}
             */
            period?: "yesterday" | "last-7-days" | "last-week" | "month-to-date" | "last-month" | "year-to-date";
            /** @description Theo chính sách nào, nếu có nhiều / Under which policy, for those with several */
            policy?: string;
            /**
             * @description Định dạng / Format
             * @enum {string}
             */
            format?: "csv" | "xlsx" | "pdf";
            /**
             * @description Ngôn ngữ / Language
             * @enum {string}
             */
            language?: "vi" | "en";
            /**
             * @description Chu kỳ / How often
             * @enum {string}
             */
            cadence?: "daily" | "weekly" | "monthly";
            /** @description Giờ, theo giờ Việt Nam / Hour, by the clock in Vietnam */
            hour?: number;
            /** @description Theo tuần: 1 (thứ Hai) đến 7; theo tháng: 1 đến 28 / Weekly: Monday is 1; monthly: day of the month */
            onDay?: number;
            /**
             * @description Gửi bằng / Sent by
             * @enum {string}
             */
            channel: "mail" | "webhook";
            /**
             * @description Địa chỉ thư, hoặc https để nhận tệp; trong tên miền được phép / Mail address, or https URL, of an allowed domain
             * @example can-bo@danang.example
             */
            target: string;
        };
        SubscribedResponse: {
            /** Format: uuid */
            subscriptionId: string;
            /** @description Câu hỏi / The question */
            asked: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf";
            /** @enum {string} */
            language: "vi" | "en";
            /** @enum {string} */
            cadence: "daily" | "weekly" | "monthly";
            hour: number;
            onDay: number;
            /** @enum {string} */
            channel: "mail" | "webhook";
            target: string;
            /** @enum {string} */
            state: "unconfirmed" | "active" | "paused";
            /**
             * @description Vì sao dừng / Why nothing is made
             * @enum {string|null}
             */
            pausedBecause: "person" | "unsubscribed" | "no-permission" | "account-disabled" | "target-not-allowed" | "undeliverable" | "question-invalid" | null;
            nextDue: string | null;
            version: number;
            createdAt: string;
            /** @description Với webhook: khóa kiểm tra chữ ký, chỉ hiện một lần / With webhooks: the secret, shown once */
            secret: string | null;
        };
        ChangeSubscriptionRequest: {
            /**
             * @description Phường, xã, cách nhau bằng dấu phẩy / Wards
             * @example w20410
             */
            ward?: string;
            /** @description Xã, phường trước sáp nhập / Commune before the merger */
            formerWard?: string;
            /** @description Khu công nghiệp của cơ sở / Industrial zone of the facility */
            zone?: string;
            /**
             * @description Loại cơ sở / Kinds of facility, table facility-kind
             * @example khach-san
             */
            kind?: string;
            /**
             * @description Hạng sao, 0: không hạng / Stars, 0: none
             * @example 4,5
             */
            stars?: string;
            /** @description Loại lưu trú / Kinds of stay: guest, tenant, patient, relative, passenger */
            stayKind?: string;
            /**
             * @description Báo cáo / Report
             * @enum {string}
             */
            report?: "figures" | "form-015n";
            /**
             * @description Chỉ tiêu, cách nhau bằng dấu phẩy / Measures
             * @example arrivals,guest-nights
             */
            measures?: string;
            /**
             * @description Tối đa hai tiêu thức / Up to two dimensions
             * @example kind
             */
            by?: string;
            /**
             * @description Chia kỳ theo / How the period is cut
             * @enum {string}
             */
            grain?: "day" | "week" | "month" | "quarter" | "year";
            /**
             * @description So với / Compared with
             * @enum {string}
             */
            compare?: "year" | "previous";
            /**
             * @description Kỳ của báo cáo, tính từ ngày lập / The days it is about
             * @enum {string}
             */
            period?: "yesterday" | "last-7-days" | "last-week" | "month-to-date" | "last-month" | "year-to-date";
            /** @description Theo chính sách nào, nếu có nhiều / Under which policy, for those with several */
            policy?: string;
            /**
             * @description Định dạng / Format
             * @enum {string}
             */
            format?: "csv" | "xlsx" | "pdf";
            /**
             * @description Ngôn ngữ / Language
             * @enum {string}
             */
            language?: "vi" | "en";
            /**
             * @description Chu kỳ / How often
             * @enum {string}
             */
            cadence?: "daily" | "weekly" | "monthly";
            /** @description Giờ, theo giờ Việt Nam / Hour, by the clock in Vietnam */
            hour?: number;
            /** @description Theo tuần: 1 (thứ Hai) đến 7; theo tháng: 1 đến 28 / Weekly: Monday is 1; monthly: day of the month */
            onDay?: number;
        };
        ConfirmSubscriptionRequest: {
            /**
             * @description Mã trong thư / The code of the mail
             * @example 01234567
             */
            code: string;
        };
        ReportDeliveryResponse: {
            /** Format: uuid */
            deliveryId: string;
            /** @enum {string} */
            kind: "report" | "confirm";
            dueAt: string;
            /** @enum {string} */
            state: "pending" | "sent" | "dead" | "refused" | "cancelled";
            attempts: number;
            nextAttemptAt: string | null;
            /** @description Vì sao chưa tới hoặc không lập / Why it did not arrive */
            reason: string | null;
            fileName: string | null;
            finishedAt: string | null;
        };
        ReportDeliveriesResponse: {
            deliveries: components["schemas"]["ReportDeliveryResponse"][];
        };
        IocNowResponse: {
            /**
             * @description Đơn vị hành chính của khóa / The unit of the key
             * @example p48
             */
            unitId: string;
            /** @description in-house, foreigners-in-house, overdue. null: không được hiển thị hoặc chưa có / null: not shown, or not known yet */
            figures: {
                [key: string]: number | null;
            };
        };
        IocDayResponse: {
            /** Format: date */
            day: string;
            /** @description arrivals, guest-nights, làm tròn xuống / rounded down. null: không được hiển thị hoặc chưa có / null: not shown, or not known yet */
            figures: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null / Why a measure is null */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
        };
        IocDaysResponse: {
            /**
             * @description Đơn vị hành chính của khóa / The unit of the key
             * @example p48
             */
            unitId: string;
            days: components["schemas"]["IocDayResponse"][];
        };
        IocMonthResponse: {
            /** @example 2026-10 */
            month: string;
            /** @description arrivals, international, departures, guest-nights, room-occupancy, late. null: không được hiển thị hoặc chưa có / null: not shown, or not known yet */
            figures: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null / Why a measure is null */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
            /** @description Ấn bản của tháng; null: tháng chưa khóa / Edition; null: open */
            edition: number | null;
        };
        IocMonthsResponse: {
            /**
             * @description Đơn vị hành chính của khóa / The unit of the key
             * @example p48
             */
            unitId: string;
            months: components["schemas"]["IocMonthResponse"][];
        };
        IocAreaResponse: {
            /** @example w20410 */
            ward: string;
            name: string;
            /** @description arrivals, international, guest-nights. null: không được hiển thị hoặc chưa có / null: not shown, or not known yet */
            figures: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null / Why a measure is null */
            hidden: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
        };
        IocAreasResponse: {
            /**
             * @description Đơn vị hành chính của khóa / The unit of the key
             * @example p48
             */
            unitId: string;
            /** @example 2026-10 */
            month: string;
            edition: number | null;
            /** @description Của cả tháng; như trong thay đổi areas / Of the whole month; as the change “areas” has it */
            digest: string;
            areas: components["schemas"]["IocAreaResponse"][];
            next: string | null;
        };
        IocSyncTopicResponse: {
            /** @example population */
            topic: string;
            /** @enum {string} */
            state: "ok" | "waiting" | "paused" | "failing";
            pending: number;
            dead: number;
            oldestPendingAt: string | null;
        };
        IocSyncResponse: {
            topics: components["schemas"]["IocSyncTopicResponse"][];
        };
        IocChangeResponse: {
            /** @description Tăng dần, không sót / Ascending, none left out */
            number: number;
            /** Format: uuid */
            id: string;
            at: string;
            /** @enum {string} */
            kind: "now" | "day" | "month" | "areas" | "sync";
            /**
             * @description Ngày, tháng, hoặc nơi nhận / The day, the month, or the receiver
             * @example 2026-11-23
             */
            subject: string;
            /** @description now, day, month */
            figures?: {
                [key: string]: number | null;
            };
            /** @description Vì sao chỉ tiêu là null / Why a measure is null */
            hidden?: {
                [key: string]: "too-few-persons" | "period-open" | "not-offered";
            };
            /** @description month, areas */
            edition?: number | null;
            /** @description areas: đọc /v1/ioc/areas của tháng / Read /v1/ioc/areas of the month */
            digest?: string;
            /**
             * @description sync
             * @enum {string}
             */
            state?: "ok" | "waiting" | "paused" | "failing";
        };
        IocChangesResponse: {
            /**
             * @description Đơn vị hành chính của khóa / The unit of the key
             * @example p48
             */
            unitId: string;
            changes: components["schemas"]["IocChangeResponse"][];
            /** @description Gửi lại trong since; null: chưa có gì / Send as since */
            next: string | null;
            /** @description Còn nữa / There is more already */
            more: boolean;
        };
        IocWebhookResponse: {
            /** Format: uuid */
            endpointId: string;
            url: string;
            /** @enum {string} */
            state: "active" | "disabled";
            /** @description gone: 410; failing: lỗi 5 ngày liền / Why it was disabled */
            disabledBecause: string | null;
            /** @description Đã nhận đủ đến số này / All up to this number arrived */
            sentNumber: number;
            /** @description Còn chờ đẩy / Waiting to be pushed */
            waiting: number;
            attempts: number;
            nextAttemptAt: string;
            lastStatus: number | null;
            lastError: string | null;
            attemptedAt: string | null;
            createdAt: string;
        };
        IocWebhooksResponse: {
            webhooks: components["schemas"]["IocWebhookResponse"][];
        };
        IocWebhookRequest: {
            /**
             * @description Địa chỉ https / Where to post
             * @example https://ioc.example/luutru
             */
            url: string;
            /** @description Đẩy từ sau con trỏ này; bỏ trống: từ bây giờ / Push what comes after this cursor; absent: from now on */
            since?: string;
        };
        IocWebhookCreatedResponse: {
            /** Format: uuid */
            endpointId: string;
            url: string;
            /** @enum {string} */
            state: "active" | "disabled";
            /** @description gone: 410; failing: lỗi 5 ngày liền / Why it was disabled */
            disabledBecause: string | null;
            /** @description Đã nhận đủ đến số này / All up to this number arrived */
            sentNumber: number;
            /** @description Còn chờ đẩy / Waiting to be pushed */
            waiting: number;
            attempts: number;
            nextAttemptAt: string;
            lastStatus: number | null;
            lastError: string | null;
            attemptedAt: string | null;
            createdAt: string;
            /**
             * @description Chỉ hiện một lần / Shown once
             * @example whsec_…
             */
            secret: string;
        };
        IocSecretResponse: {
            /**
             * @description Chỉ hiện một lần / Shown once
             * @example whsec_…
             */
            secret: string;
        };
        OpenProvinceResponse: {
            /** @example 48 */
            code: string;
            name: string;
            nameEn: string;
        };
        OpenMonthResponse: {
            province: components["schemas"]["OpenProvinceResponse"];
            /** @example 2026-10 */
            month: string;
            /** @description Lần công bố / Edition */
            edition: number;
            /** Format: date-time */
            madeAt: string;
            /** Format: uri */
            licence: string;
            /** @description Các cột: xem /open-data/lodging-monthly/schema / Columns: see the schema */
            rows: {
                [key: string]: string | null;
            }[];
        };
        OwnStayResponse: {
            /** Format: uuid */
            stayId: string;
            facilityName: string;
            kind: string;
            /** @enum {string} */
            state: "in_house" | "overdue" | "departed" | "left_early" | "cancelled";
            arrivedAt: string;
            expectedDepartureAt: string | null;
            departedAt: string | null;
            declaredAt: string;
            fullName: string;
            birthDate: string;
            documentNumber: string | null;
            address: string | null;
            phone: string | null;
        };
        OwnStayListResponse: {
            stays: components["schemas"]["OwnStayResponse"][];
        };
        LocalizedResponse: {
            vi: string;
            en: string;
        };
        ReceiptLineResponse: {
            label: components["schemas"]["LocalizedResponse"];
            value: components["schemas"]["LocalizedResponse"];
        };
        StayReceiptResponse: {
            /**
             * @description JWS (RFC 7515), EdDSA
             * @example eyJhbGciOiJFZERTQSIs…
             */
            receipt: string;
            lines: components["schemas"]["ReceiptLineResponse"][];
        };
        LookResponse: {
            /** Format: uuid */
            stayId: string;
            at: string;
            /** @description Vai trò đã xem, hoặc facility / The role that looked, or facility */
            looker: string;
            /** @description Mã của danh mục look-purpose */
            purpose: string | null;
        };
        LookListResponse: {
            looks: components["schemas"]["LookResponse"][];
        };
        CorrectionResponse: {
            /** Format: uuid */
            requestId: string;
            /**
             * Format: date
             * @description Hạn trả lời / Last day for an answer
             */
            dueOn: string;
            /** Format: uuid */
            stayId: string;
            /** @enum {string} */
            state: "open" | "accepted" | "refused";
            text: string;
            answer: string | null;
            requestedAt: string;
            answeredAt: string | null;
        };
        CorrectionListResponse: {
            corrections: components["schemas"]["CorrectionResponse"][];
        };
        CorrectionRequest: {
            /**
             * Format: uuid
             * @description Lưu trú / Stay
             */
            stayId: string;
            /** @description Điều cần sửa / What is wrong */
            text: string;
        };
        CorrectionRequestedResponse: {
            /** Format: uuid */
            requestId: string;
            /**
             * Format: date
             * @description Hạn trả lời / Last day for an answer
             */
            dueOn: string;
        };
        AuditLineResponse: {
            /** Format: uuid */
            auditId: string;
            at: string;
            /** Format: uuid */
            facilityId: string | null;
            /** @enum {string} */
            actorKind: "api-key" | "person" | "system";
            actorId: string;
            /** @example stay.inspect */
            action: string;
            subjectKind: string;
            subjectId: string | null;
            purpose: string | null;
            rowCount: number | null;
            detail: Record<string, never> | null;
        };
        AuditListResponse: {
            entries: components["schemas"]["AuditLineResponse"][];
            /** @description Còn nữa: gửi lại làm cursor / More: give it as cursor */
            next: string | null;
        };
        SealStateResponse: {
            /** @description Số niêm phong mới nhất / Newest seal */
            sealNumber: number | null;
            sealedAt: string | null;
            /** @description Mọi dòng trước lúc này đã niêm phong / All before is sealed */
            freshAt: string | null;
        };
        AuditPeriod: {
            /**
             * Format: date
             * @description Từ ngày / First day
             * @example 2026-11-23
             */
            from?: string;
            /**
             * Format: date
             * @description Đến ngày; bỏ trống là hôm nay / Last day, today unless given
             * @example 2026-11-23
             */
            to?: string;
        };
        VerificationResponse: {
            whole: boolean;
            seals: number;
            entries: number;
            /** @description Kết quả bằng lời / In words */
            words: string[];
        };
        PauseResponse: {
            at: string;
            /**
             * @description Ai / Who
             * @example person:019ab000-0000-7000-8000-000000000001
             */
            by: string;
            reason: string;
        };
        TopicStatusResponse: {
            /** @enum {string} */
            topic: "population" | "kbtt" | "screening";
            /** @description Sự kiện chưa gửi xong / Events not delivered yet */
            pending: number;
            /** @description Gửi được ngay / Of these, to be sent now */
            due: number;
            oldestPendingAt: string | null;
            oldestAgeSeconds: number | null;
            /** @description Đã gác lại, chờ xử lý / Set aside */
            dead: number;
            /** @description Lưu trú có sự kiện chờ sau một sự kiện bị gác lại / Stays that wait behind a dead event */
            blockedStays: number;
            finishedLastMinute: number;
            finishedLastFiveMinutes: number;
            paused: components["schemas"]["PauseResponse"] | null;
        };
        WorkerStatusResponse: {
            /** Format: uuid */
            workerId: string;
            startedAt: string;
            seenAt: string;
            /** @description Không còn báo về / Not heard of any more */
            gone: boolean;
            /**
             * @description open: nơi nhận không trả lời / The breaker
             * @enum {string}
             */
            breaker: "closed" | "open" | "half-open";
            retryAt: string | null;
            inFlight: number;
        };
        BlockedFacilityResponse: {
            /** Format: uuid */
            facilityId: string;
            code: string;
            topic: string;
            stays: number;
        };
        DeliveryStatusResponse: {
            at: string;
            topics: components["schemas"]["TopicStatusResponse"][];
            workers: components["schemas"]["WorkerStatusResponse"][];
            /** @description Nhiều nhất trước, tối đa 50 / The 50 with the most */
            blocked: components["schemas"]["BlockedFacilityResponse"][];
        };
        DeadLetterResponse: {
            topic: string;
            /** Format: uuid */
            outboxId: string;
            /** Format: uuid */
            facilityId: string;
            facilityCode: string;
            /** Format: uuid */
            stayId: string;
            /** @description Thứ tự trong lưu trú / Its number within the stay */
            sequence: number;
            /** @enum {string} */
            event: "arrival" | "change" | "departure" | "cancellation";
            /** @example INVALID */
            code: string;
            attempts: number;
            createdAt: string;
            /** @description Gác lại từ lúc / Set aside since */
            since: string;
            /** @description Sự kiện sau của lưu trú đang chờ / Later events of the stay that wait */
            blocking: number;
        };
        DeadLettersResponse: {
            letters: components["schemas"]["DeadLetterResponse"][];
            /** @description Gửi lại làm cursor / Send as cursor for the next page */
            next: string | null;
        };
        ReplayEventsRequest: {
            /**
             * @description population: CSDL quốc gia về dân cư; kbtt: cổng KBTT / Where to; population unless given
             * @enum {string}
             */
            topic?: "population" | "kbtt" | "screening";
            /**
             * Format: uuid
             * @description Chỉ sự kiện này / This event
             */
            outboxId?: string;
            /**
             * Format: uuid
             * @description Các sự kiện của lưu trú này / Those of a stay
             */
            stayId?: string;
            /**
             * Format: uuid
             * @description Các sự kiện của cơ sở này / Those of a facility
             */
            facilityId?: string;
            /**
             * @description Mã lỗi / Why it was set aside
             * @example INVALID
             */
            code?: string;
            /** @description Tất cả / All of them */
            all?: boolean;
        };
        PauseRequest: {
            /**
             * @description population: CSDL quốc gia về dân cư; kbtt: cổng KBTT / Where to; population unless given
             * @enum {string}
             */
            topic?: "population" | "kbtt" | "screening";
            /**
             * @description Lý do, không ghi tên người / Why; no names of people
             * @example CSDL quốc gia bảo trì đến 06:00
             */
            reason: string;
        };
        SwitchedResponse: {
            /** @description false: đã như vậy từ trước / It was so already */
            changed: boolean;
        };
        AnswerCorrectionRequest: {
            /**
             * @description Kết quả / Decision
             * @enum {string}
             */
            decision: "accepted" | "refused";
            /** @description Trả lời cho người yêu cầu / Answer */
            text: string;
        };
        DigestEntryResponse: {
            /** Format: uuid */
            stayId: string;
            /** @enum {string} */
            act: "declared" | "corrected" | "cancelled";
            late: boolean;
            /** @description SHA-256, base64url */
            receiptHash: string;
        };
        DigestResponse: {
            /** Format: date */
            day: string;
            /** @description JWS: số lượng và gốc Merkle của các giấy tiếp nhận / Counts and Merkle root of the receipts */
            digest: string;
            entries: components["schemas"]["DigestEntryResponse"][];
        };
        VerifyReceiptRequest: {
            /** @description Giấy tiếp nhận / The receipt */
            receipt: string;
        };
        VerifiedResponse: {
            /** @description Chữ ký đúng và do hệ thống này cấp / Issued by this system, unaltered */
            valid: boolean;
            /** @description Vì sao không đúng / Why not */
            reason: components["schemas"]["LocalizedResponse"] | null;
            /** @example receipt-1 */
            keyId: string | null;
            /** @description Mã cơ sở / Facility */
            facilityCode: string | null;
            lines: components["schemas"]["ReceiptLineResponse"][];
        };
        JwksResponse: {
            keys: Record<string, never>[];
        };
        CodeTableNamesResponse: {
            tables: string[];
        };
        CodeResponse: {
            code: string;
            vi: string;
            en: string;
        };
        CodeTableResponse: {
            table: string;
            codes: components["schemas"]["CodeResponse"][];
        };
        RuleResponse: {
            /** @example stay.deadline */
            key: string;
            /**
             * Format: date
             * @description Có hiệu lực từ / In force from
             */
            validFrom: string;
            /**
             * Format: date
             * @description Đến trước ngày / Up to, not including
             */
            validTo: string | null;
            /** @description Nội dung; khác nhau theo quy định / What it says */
            value: Record<string, never>;
            /** @description Căn cứ / Legal source */
            sourceVi: string;
            /** @description Giải thích / What it is about, in Vietnamese */
            noteVi: string | null;
            /** @description Giải thích bằng tiếng Anh / The same in English */
            noteEn: string | null;
        };
        RuleListResponse: {
            rules: components["schemas"]["RuleResponse"][];
        };
        AdminUnitResponse: {
            /**
             * @description Mã trong các câu trả lời khác / Its id in other answers
             * @example w20410
             */
            unitId: string;
            /**
             * @description Mã của cổng KBTT / Portal code
             * @example 501920410
             */
            code: string;
            /** @example 20410 */
            gsoCode: string;
            /** @example Phường Hội An */
            name: string;
            /** @example Hoi An Ward */
            nameEn: string;
            /** @description Điểm trên bản đồ; null khi chưa có nguồn / Its point on a map; null where no source gives one */
            point: components["schemas"]["GeoPointResponse"] | null;
        };
        AdminUnitListResponse: {
            units: components["schemas"]["AdminUnitResponse"][];
        };
        PlacedUnitResponse: {
            /**
             * @description Mã trong các câu trả lời khác / Its id in other answers
             * @example w20410
             */
            unitId: string;
            /**
             * @description Mã của cổng KBTT / Portal code
             * @example 501920410
             */
            code: string;
            /** @example 20410 */
            gsoCode: string;
            /** @example Phường Hội An */
            name: string;
            /** @example Hoi An Ward */
            nameEn: string;
            /** @description Điểm trên bản đồ; null khi chưa có nguồn / Its point on a map; null where no source gives one */
            point: components["schemas"]["GeoPointResponse"] | null;
            /** @description Tỉnh, thành phố chứa đơn vị; của tỉnh là chính nó / Its province */
            province: components["schemas"]["AdminUnitResponse"];
        };
        AddressResponse: {
            /** @enum {string} */
            status: "resolved" | "ambiguous" | "province" | "unresolved";
            province: components["schemas"]["AdminUnitResponse"] | null;
            ward: components["schemas"]["AdminUnitResponse"] | null;
            candidates: components["schemas"]["AdminUnitResponse"][];
        };
        ProblemDefinitionResponse: {
            /** @example validation-failed */
            code: string;
            /** @description Ý nghĩa / What it means */
            title: components["schemas"]["TextResponse"];
            /** @description Cách xử lý / What to do */
            detail: components["schemas"]["TextResponse"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    signInSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    enrolSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentResponse"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledResponse"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListResponse"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signInWithVneid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    signInWithVneidCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    listOutages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutagesResponse"];
                };
            };
        };
    };
    declareOutage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageResponse"];
                };
            };
        };
    };
    withdrawOutage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
                facilityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksResponse"];
                };
            };
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredResponse"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretResponse"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Chỉ các tin ở tình trạng này / Only these */
                state?: "pending" | "done" | "dead";
                /** @description Gửi next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số tin mỗi trang / Per page */
                limit?: number;
            };
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesResponse"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedResponse"];
                };
            };
        };
    };
    declareGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareGroupRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredGroupResponse"];
                };
            };
        };
    };
    suggestPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsResponse"];
                };
            };
        };
    };
    listTrips: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
                facilityId?: string;
                /** @description Tình trạng / State */
                state?: "planned" | "departed" | "arrived" | "cancelled";
                /** @description Ngày khởi hành / Day of departure */
                day?: string;
                /** @description Gửi next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số chuyến mỗi trang / Trips per page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TripListResponse"];
                };
            };
        };
    };
    createTrip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTripRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TripCreatedResponse"];
                };
            };
        };
    };
    actOnTrip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tripId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TripActionResponse"];
                };
            };
        };
    };
    addPassengers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tripId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassengersRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassengersResponse"];
                };
            };
        };
    };
    dischargePatients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DischargeListRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DischargeListResponse"];
                };
            };
        };
    };
    actOnPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientActionResponse"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description Mặc định chỉ các thông báo chưa xem / Default unseen */
                show?: "unseen" | "all";
                /** @description Số dòng / How many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesResponse"];
                };
            };
        };
    };
    seeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    followAlerts: {
        parameters: {
            query?: {
                /** @description desk: những gì thuộc bàn trực của mình; all: cả của cấp dưới trong địa bàn / desk: of one’s own desk; all: of lower desks too */
                show?: "desk" | "all";
                /** @description position của danh sách cảnh báo; Last-Event-ID được ưu tiên / Follow from there; Last-Event-ID counts more */
                after?: number;
                /** @description Giữ kết nối bao nhiêu giây / How long to stay connected */
                seconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Mặc định chưa đóng / Default not closed */
                state?: "open" | "acknowledged" | "handed-over" | "closed" | "pending" | "any";
                /** @description Loại danh sách / Kind of list */
                kind?: "truy-na" | "mat-tich" | "cam-xuat-canh" | "tre-em" | "khac";
                /** @description desk: những gì thuộc bàn trực của mình; all: cả của cấp dưới trong địa bàn / desk: of one’s own desk; all: of lower desks too */
                show?: "desk" | "all";
                /** @description next của trang trước / The page before says it as next */
                cursor?: string;
                /** @description Số dòng / How many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsResponse"];
                };
            };
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetailResponse"];
                };
            };
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertActedResponse"];
                };
            };
        };
    };
    handOverAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertActedResponse"];
                };
            };
        };
    };
    closeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertActedResponse"];
                };
            };
        };
    };
    revokeAlertDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWatchListTemplate: {
        parameters: {
            query?: {
                /** @description Ngôn ngữ / Language */
                language?: "vi" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    listWatchListEntries: {
        parameters: {
            query?: {
                /** @description Trạng thái / State */
                state?: "active" | "withdrawn" | "expired";
                /** @description entryId cuối của trang trước / Last entryId of the page before */
                after?: string;
                /** @description Số dòng / How many */
                limit?: number;
            };
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntriesResponse"];
                };
            };
        };
    };
    proposeWatchListEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeEntriesRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedResponse"];
                };
            };
        };
    };
    getWatchListEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetailResponse"];
                };
            };
        };
    };
    importWatchListEntries: {
        parameters: {
            query?: {
                /** @description preview: chỉ xem sẽ thay đổi gì / preview: only show what would change */
                mode?: "preview" | "propose";
                /** @description true: tệp là toàn bộ danh sách, mục không có trong tệp bị rút / true: entries not in the file are withdrawn */
                complete?: "true" | "false";
            };
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "text/csv": string;
                "application/xml": string;
                "text/xml": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.ms-excel": string;
                "application/vnd.ms-excel.sheet.macroenabled.12": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
        };
    };
    listWatchLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchListsResponse"];
                };
            };
        };
    };
    proposeWatchList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewListRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedResponse"];
                };
            };
        };
    };
    getWatchList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchListDetailResponse"];
                };
            };
        };
    };
    proposeWatchListChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeListRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedResponse"];
                };
            };
        };
    };
    proposeWatchListWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedResponse"];
                };
            };
        };
    };
    listWatchListProposals: {
        parameters: {
            query?: {
                /** @description Mặc định chỉ đề nghị đang chờ / Default open */
                state?: "open" | "approved" | "refused" | "cancelled";
                /** @description Số dòng / How many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsResponse"];
                };
            };
        };
    };
    getWatchListProposal: {
        parameters: {
            query?: {
                /** @description place cuối của trang trước / Last place of the page before */
                after?: number;
                /** @description Số mục / Entries */
                limit?: number;
            };
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDetailResponse"];
                };
            };
        };
    };
    approveWatchListProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    refuseWatchListProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelWatchListProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getKbttAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KbttAccountResponse"];
                };
            };
        };
    };
    setKbttAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KbttAccountRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeKbttAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    kbttDeclareVietnamese: {
        parameters: {
            query?: {
                /** @description Mã cơ sở, khi khóa có nhiều cơ sở / Facility, when the key has several */
                cslt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 200 */
                        code?: string;
                        /** @example Thành công */
                        message?: string;
                        data?: unknown;
                    };
                };
            };
        };
    };
    kbttDeclareForeigners: {
        parameters: {
            query?: {
                /** @description Mã cơ sở, khi khóa có nhiều cơ sở / Facility, when the key has several */
                cslt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 200 */
                        code?: string;
                        /** @example Thành công */
                        message?: string;
                        data?: unknown;
                    };
                };
            };
        };
    };
    kbttChangeDeparture: {
        parameters: {
            query?: {
                /** @description Mã cơ sở, khi khóa có nhiều cơ sở / Facility, when the key has several */
                cslt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 200 */
                        code?: string;
                        /** @example Thành công */
                        message?: string;
                        data?: unknown;
                    };
                };
            };
        };
    };
    kbttChangeDepartureToo: {
        parameters: {
            query?: {
                /** @description Mã cơ sở, khi khóa có nhiều cơ sở / Facility, when the key has several */
                cslt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 200 */
                        code?: string;
                        /** @example Thành công */
                        message?: string;
                        data?: unknown;
                    };
                };
            };
        };
    };
    kbttToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @example letan.bachdang */
                    username?: string;
                    /** @example  */
                    password?: string;
                    /** @example api_cslt */
                    "grant-type"?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttRefreshToken: {
        parameters: {
            query: {
                refresh_token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttRevokeToken: {
        parameters: {
            query: {
                access_token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttNationalities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttProvinces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttWards: {
        parameters: {
            query: {
                trucThuocTinh: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttDocumentTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    kbttResidenceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one */
                facilityId?: string;
                /** @description Gửi next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số lô mỗi trang / Batches per page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchListResponse"];
                };
            };
        };
    };
    createBatch: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one */
                facilityId?: string;
                /** @description validate: kiểm tra thử, không ghi nhận; commit: ghi nhận / Dry run or the real thing; default validate */
                mode?: "validate" | "commit";
                /** @description all-or-nothing: ghi nhận tất cả hoặc không dòng nào (tối đa 10.000 dòng); valid-rows: chỉ các dòng hợp lệ / Which rows to record */
                policy?: "all-or-nothing" | "valid-rows";
                /** @description Loại khai báo của các dòng không ghi / For rows that do not say */
                kind?: "guest" | "tenant" | "patient" | "relative" | "passenger";
                /** @description Chuyến xe, với danh sách hành khách / The trip, for a manifest */
                tripId?: string;
                /** @description Tên tệp, chỉ để bạn nhận ra / The name of the file, for your own use */
                fileName?: string;
                /** @description true: làm lại dù tệp này đã gửi rồi / Even if this file was sent before */
                again?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "text/csv": string;
                "application/xml": string;
                "text/xml": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.ms-excel": string;
                "application/vnd.ms-excel.sheet.macroenabled.12": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReceivedResponse"];
                };
            };
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResponse"];
                };
            };
        };
    };
    listBatchRows: {
        parameters: {
            query?: {
                /** @description Chỉ các dòng có kết quả này / Only these */
                outcome?: "accepted" | "warned" | "rejected";
                /** @description Gửi next của trang trước / The next value of the previous page */
                after?: number;
                /** @description Số dòng mỗi trang / Rows per page */
                limit?: number;
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchRowsResponse"];
                };
            };
        };
    };
    commitBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitBatchRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResponse"];
                };
            };
        };
    };
    cancelBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResponse"];
                };
            };
        };
    };
    watchBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    getBatchResult: {
        parameters: {
            query?: {
                /** @description Ngôn ngữ của kết quả / Language */
                language?: "vi" | "en";
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
        };
    };
    listFaultyRows: {
        parameters: {
            query?: {
                /** @description Gửi next của trang trước / The next value of the previous page */
                after?: number;
                /** @description Số dòng mỗi trang / Rows per page */
                limit?: number;
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultyRowsResponse"];
                };
            };
        };
    };
    mendRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MendRowsRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResponse"];
                };
            };
        };
    };
    getFormColumns: {
        parameters: {
            query?: {
                /** @description Cơ sở, để có khoa, điểm dừng trong danh sách / For its departments and stops */
                facilityId?: string;
            };
            header?: never;
            path: {
                form: "portal" | "foreigners" | "tenants" | "hospital" | "manifest";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormColumnsResponse"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: {
                /** @description Ngôn ngữ của kết quả / Language */
                language?: "vi" | "en";
                /** @description Cơ sở, để có khoa, điểm dừng trong danh sách / For its departments and stops */
                facilityId?: string;
            };
            header?: never;
            path: {
                form: "portal" | "foreigners" | "tenants" | "hospital" | "manifest";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    exportStays: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
                facilityId?: string;
                /** @description present: đang lưu trú; history: mọi lưu trú / Who is in house, or all; default present */
                scope?: "present" | "history";
                /** @description Mẫu của cổng: khách Việt Nam hoặc người nước ngoài / Form */
                form?: "portal" | "foreigners";
                /** @description Định dạng / Format */
                format?: "xlsx" | "csv";
                /** @description Từ ngày đến / From day of arrival */
                from?: string;
                /** @description Đến hết ngày đến / To day of arrival */
                to?: string;
                /** @description Ngôn ngữ / Language */
                language?: "vi" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
        };
    };
    listStays: {
        parameters: {
            query?: {
                /** @description Mã hoặc id của cơ sở / Facility, unless the key has only one */
                facilityId?: string;
                /** @description Tình trạng gửi / Delivery status */
                status?: "pending" | "delivered" | "verified" | "mismatch" | "not_found" | "failed";
                /** @description Ngày đến từ (tính cả ngày này) / First day of arrival */
                from?: string;
                /** @description Ngày đến tới (tính cả ngày này) / Last day of arrival */
                to?: string;
                /** @description Mã tham chiếu của phần mềm khách / Your own reference */
                externalRef?: string;
                /** @description Nhóm / Group, from POST /v1/stays/group */
                groupId?: string;
                /** @description Chuyến xe: danh sách hành khách / Trip: its manifest */
                tripId?: string;
                /** @description Bệnh nhân: người bệnh và thân nhân / Patient: with relatives */
                patientId?: string;
                /** @description Tình trạng lưu trú / State of the stay */
                state?: "in_house" | "overdue" | "departed" | "left_early" | "cancelled";
                /** @description Giá trị next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số dòng mỗi trang, mặc định 50 / Rows a page, default 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayListResponse"];
                };
            };
        };
    };
    declareStay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareStayRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredResponse"];
                };
            };
        };
    };
    validateStay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareStayRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationResponse"];
                };
            };
        };
    };
    getStay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayResponse"];
                };
            };
        };
    };
    checkOutStays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCheckOutRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCheckOutResponse"];
                };
            };
        };
    };
    checkOutStay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    leaveStayEarly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    extendStay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    undoCheckOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoCheckOutRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    correctStay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    cancelStay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
        };
    };
    getStayHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayHistoryResponse"];
                };
            };
        };
    };
    getTrip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tripId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TripResponse"];
                };
            };
        };
    };
    admitPatient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmitPatientRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientAdmittedResponse"];
                };
            };
        };
    };
    getPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientResponse"];
                };
            };
        };
    };
    listFacilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityListResponse"];
                };
            };
        };
    };
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskResponse"];
                };
            };
        };
    };
    enterGuests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterGuestsRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredResponse"];
                };
            };
        };
    };
    getOwnEntry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntryResponse"];
                };
            };
        };
    };
    withdrawOwnEntry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntryResponse"];
                };
            };
        };
    };
    getDeskLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskLinkResponse"];
                };
            };
        };
    };
    renewDeskLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewDeskLinkRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskLinkResponse"];
                };
            };
        };
    };
    withdrawDeskLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listGuestEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingEntriesResponse"];
                };
            };
        };
    };
    countGuestEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingCountResponse"];
                };
            };
        };
    };
    openGuestEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedEntryResponse"];
                };
            };
        };
    };
    refuseGuestEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseGuestsRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description accountId cuối của trang trước / Last accountId of the page before */
                after?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountListResponse"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccountRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountCreatedResponse"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedResponse"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restoreAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetResponse"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleListResponse"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResponse"];
                };
            };
        };
    };
    addStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccountRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountCreatedResponse"];
                };
            };
        };
    };
    resetStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetResponse"];
                };
            };
        };
    };
    removeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationListResponse"];
                };
            };
        };
    };
    delegate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                vendor: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    revokeDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                vendor: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyListResponse"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyCreatedResponse"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listPartnerKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerKeyListResponse"];
                };
            };
        };
    };
    createPartnerKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePartnerKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyCreatedResponse"];
                };
            };
        };
    };
    revokePartnerKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    partnerSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerSearchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
        };
    };
    listApplications: {
        parameters: {
            query?: {
                /** @description Trạng thái / State */
                state?: "submitted" | "approved" | "refused";
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationListResponse"];
                };
            };
        };
    };
    applyForFacility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationSubmittedResponse"];
                };
            };
        };
    };
    applicationStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationStatusResponse"];
                };
            };
        };
    };
    approveApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedResponse"];
                };
            };
        };
    };
    refuseApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    suspendFacility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperviseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedResponse"];
                };
            };
        };
    };
    reinstateFacility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperviseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedResponse"];
                };
            };
        };
    };
    closeFacility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperviseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedResponse"];
                };
            };
        };
    };
    facilityHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityHistoryResponse"];
                };
            };
        };
    };
    changeFacility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFacilityRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityChangedResponse"];
                };
            };
        };
    };
    inspectStay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayResponse"];
                };
            };
        };
    };
    viewPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonViewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonViewResponse"];
                };
            };
        };
    };
    ownBreakGlasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassListResponse"];
                };
            };
        };
    };
    openBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBreakGlassRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassResponse"];
                };
            };
        };
    };
    supervisedBreakGlasses: {
        parameters: {
            query?: {
                /** @description Mặc định chỉ các lần chưa xem xét / Default those without a review */
                show?: "waiting" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedBreakGlassListResponse"];
                };
            };
        };
    };
    breakGlassFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                breakGlassId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassFileResponse"];
                };
            };
        };
    };
    reviewBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                breakGlassId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBreakGlassRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endOfficersBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                breakGlassId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBreakGlassRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassEndedResponse"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Mặc định open / Default open */
                state?: "open" | "dismissed" | "handled" | "lapsed";
                /** @description Loại phát hiện / Kind */
                kind?: "two-places" | "impossible-journey" | "many-identities";
                /** @description Trang sau: next của trang trước / The page after: next of the one before */
                cursor?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingListResponse"];
                };
            };
        };
    };
    openFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingFileResponse"];
                };
            };
        };
    };
    decideFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideFindingRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    searchPersons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliceSearchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
        };
    };
    listSupervisedSearches: {
        parameters: {
            query?: {
                /** @description Chỉ một cán bộ / One officer only */
                officerId?: string;
                /** @description Giá trị next của trang trước / next of the page before */
                cursor?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedSearchesResponse"];
                };
            };
        };
    };
    listSearchNotices: {
        parameters: {
            query?: {
                /** @description Chỉ một cán bộ / One officer only */
                officerId?: string;
                /** @description Giá trị next của trang trước / next of the page before */
                cursor?: string;
                /** @description Số dòng / Rows */
                limit?: number;
                /** @description Mặc định chưa xử lý / Default open */
                show?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchNoticesResponse"];
                };
            };
        };
    };
    acknowledgeSearchNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listFacilityStandings: {
        parameters: {
            query?: {
                /** @description Mã phường, xã / Ward */
                ward?: string;
                /** @description Loại cơ sở / Kind of facility, table facility-kind */
                kind?: string;
                /** @description Chỉ cơ sở vượt ngưỡng ở chỉ số này / Only those outside here */
                indicator?: "silence" | "late-rate" | "correction-rate" | "mismatch-rate" | "not-found-rate" | "no-papers" | "overdue" | "rooms-over" | "seats-over";
                /** @description Trang kế tiếp / Where to go on */
                cursor?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingListResponse"];
                };
            };
        };
    };
    getFacilityStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityComplianceResponse"];
                };
            };
        };
    };
    rankWards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardRankingResponse"];
                };
            };
        };
    };
    getMonthlySheet: {
        parameters: {
            query?: {
                /** @description Tháng / Month */
                month?: string;
                /** @description Một phường, xã; bỏ trống: toàn địa bàn / One ward; absent: all of the area */
                ward?: string;
                /** @description Định dạng / Format */
                format?: "json" | "xlsx" | "pdf";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlySheetResponse"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["MonthlySheetResponse"];
                    "application/pdf": components["schemas"]["MonthlySheetResponse"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description Một cơ sở; bỏ trống: toàn địa bàn / One facility; absent: all of the area */
                facilityId?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteListResponse"];
                };
            };
        };
    };
    writeNote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteNoteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteResponse"];
                };
            };
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteVersionsResponse"];
                };
            };
        };
    };
    reviseNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseNoteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteResponse"];
                };
            };
        };
    };
    shareNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteVersionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteResponse"];
                };
            };
        };
    };
    withdrawNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteVersionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteResponse"];
                };
            };
        };
    };
    getOwnCompliance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityComplianceResponse"];
                };
            };
        };
    };
    listOwnNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityNotesResponse"];
                };
            };
        };
    };
    answerNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerNoteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityNoteResponse"];
                };
            };
        };
    };
    listOwnAuthorityPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityPoliciesResponse"];
                };
            };
        };
    };
    readAuthorityStays: {
        parameters: {
            query: {
                /** @description Mục đích, do chính sách cho phép / What for */
                purpose: "thong-ke" | "bao-cao" | "quan-ly-nganh" | "kiem-tra";
                /** @description Chính sách, nếu bạn có nhiều / Policy, for those who have several */
                policy?: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
                /** @description Mã phường, xã / Ward */
                ward?: string;
                /** @description csv: toàn bộ thành tệp, nếu chính sách cho phép / Everything as a file, where the policy allows it */
                format?: "json" | "csv";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
                /** @description Giá trị next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số dòng mỗi trang, mặc định 100 / Rows a page, default 100 */
                limit?: number;
                /** @description Từ ngày (tính cả ngày này); đếm theo tháng thì cả tháng / First day */
                from?: string;
                /** @description Đến ngày (tính cả ngày này) / Last day */
                to?: string;
                /** @description Loại cơ sở / Kind of facility */
                facilityKind?: string;
                /** @description Khu công nghiệp / Industrial zone */
                zone?: string;
                /** @description Loại lưu trú / Kind of stay */
                stayKind?: string;
                /** @description Quốc tịch / Nationality */
                nationality?: string;
                /** @description Tỉnh, thành phố nơi cư trú / Province of origin */
                origin?: string;
                /** @description Khoa / Department */
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityRowsResponse"];
                    "text/csv": components["schemas"]["AuthorityRowsResponse"];
                };
            };
        };
    };
    readAuthorityFacilities: {
        parameters: {
            query: {
                /** @description Mục đích, do chính sách cho phép / What for */
                purpose: "thong-ke" | "bao-cao" | "quan-ly-nganh" | "kiem-tra";
                /** @description Chính sách, nếu bạn có nhiều / Policy, for those who have several */
                policy?: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
                /** @description Mã phường, xã / Ward */
                ward?: string;
                /** @description csv: toàn bộ thành tệp, nếu chính sách cho phép / Everything as a file, where the policy allows it */
                format?: "json" | "csv";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
                /** @description Giá trị next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số dòng mỗi trang, mặc định 100 / Rows a page, default 100 */
                limit?: number;
                /** @description Loại cơ sở / Kind of facility */
                facilityKind?: string;
                /** @description Khu công nghiệp / Industrial zone */
                zone?: string;
                /** @description Tình trạng / Status */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityRowsResponse"];
                    "text/csv": components["schemas"]["AuthorityRowsResponse"];
                };
            };
        };
    };
    readAuthorityTrips: {
        parameters: {
            query: {
                /** @description Mục đích, do chính sách cho phép / What for */
                purpose: "thong-ke" | "bao-cao" | "quan-ly-nganh" | "kiem-tra";
                /** @description Chính sách, nếu bạn có nhiều / Policy, for those who have several */
                policy?: "tourism-analyst" | "health-analyst" | "zone-analyst" | "transport-analyst" | "provincial-leader";
                /** @description Mã phường, xã / Ward */
                ward?: string;
                /** @description csv: toàn bộ thành tệp, nếu chính sách cho phép / Everything as a file, where the policy allows it */
                format?: "json" | "csv";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
                /** @description Giá trị next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số dòng mỗi trang, mặc định 100 / Rows a page, default 100 */
                limit?: number;
                /** @description Từ ngày (tính cả ngày này); đếm theo tháng thì cả tháng / First day */
                from?: string;
                /** @description Đến ngày (tính cả ngày này) / Last day */
                to?: string;
                /** @description Tuyến / Route */
                route?: string;
                /** @description Tình trạng / State */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityRowsResponse"];
                    "text/csv": components["schemas"]["AuthorityRowsResponse"];
                };
            };
        };
    };
    listAuthorityPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    listAuthorityPolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionsResponse"];
                };
            };
        };
    };
    proposeAuthorityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyContentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposedResponse"];
                };
            };
        };
    };
    listAuthorityPolicyProposals: {
        parameters: {
            query?: {
                /** @description Mặc định chỉ đề nghị đang chờ / Default open */
                state?: "open" | "approved" | "refused" | "cancelled";
                /** @description Số dòng / How many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposalsResponse"];
                };
            };
        };
    };
    getAuthorityPolicyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposalDetailResponse"];
                };
            };
        };
    };
    approveAuthorityPolicyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApprovedResponse"];
                };
            };
        };
    };
    refuseAuthorityPolicyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelAuthorityPolicyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listIndicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsResponse"];
                };
            };
        };
    };
    getFigures: {
        parameters: {
            query?: {
                /** @description Phường, xã, cách nhau bằng dấu phẩy / Wards */
                ward?: string;
                /** @description Xã, phường trước sáp nhập / Commune before the merger */
                formerWard?: string;
                /** @description Khu công nghiệp của cơ sở / Industrial zone of the facility */
                zone?: string;
                /** @description Loại cơ sở / Kinds of facility, table facility-kind */
                kind?: string;
                /** @description Hạng sao, 0: không hạng / Stars, 0: none */
                stars?: string;
                /** @description Loại lưu trú / Kinds of stay: guest, tenant, patient, relative, passenger */
                stayKind?: string;
                /** @description Chỉ tiêu, cách nhau bằng dấu phẩy / Measures, separated by commas: arrivals, overnight, international, domestic, international-overnight, departures, guest-nights, average-stay, rooms, beds, room-nights-used, room-nights, room-occupancy, bed-nights-used, bed-nights, bed-occupancy, in-patients, relatives, trips, passengers, late, late-share, cancelled */
                measures?: string;
                /** @description Tối đa hai tiêu thức / Up to two dimensions: ward, former-ward, zone, kind, stars, class, stay-kind, nationality, reason, origin, sex, age, hour, length, department, employer, employer-zone, route, weekday */
                by?: string;
                /** @description Ngày đầu / First day */
                from?: string;
                /** @description Ngày cuối, tính cả ngày này / Last day */
                to?: string;
                /** @description Chia kỳ theo / How the period is cut */
                grain?: "day" | "week" | "month" | "quarter" | "year";
                /** @description So với cùng kỳ năm trước hoặc kỳ trước / Compared with */
                compare?: "year" | "previous";
                /** @description Trung bình trượt trên bao nhiêu phần / Moving average over */
                movingAverage?: number;
                /** @description Định dạng; bỏ trống: theo Accept / Format; absent: by Accept */
                format?: "json" | "csv" | "xlsx" | "pdf";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
                /** @description Theo chính sách nào, cho người có nhiều chính sách / Under which policy, for those who have several */
                policy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresResponse"];
                    "text/csv": components["schemas"]["FiguresResponse"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["FiguresResponse"];
                    "application/pdf": components["schemas"]["FiguresResponse"];
                };
            };
        };
    };
    getPeopleInHouse: {
        parameters: {
            query?: {
                /** @description Phường, xã, cách nhau bằng dấu phẩy / Wards */
                ward?: string;
                /** @description Xã, phường trước sáp nhập / Commune before the merger */
                formerWard?: string;
                /** @description Khu công nghiệp của cơ sở / Industrial zone of the facility */
                zone?: string;
                /** @description Loại cơ sở / Kinds of facility, table facility-kind */
                kind?: string;
                /** @description Hạng sao, 0: không hạng / Stars, 0: none */
                stars?: string;
                /** @description Loại lưu trú / Kinds of stay: guest, tenant, patient, relative, passenger */
                stayKind?: string;
                /** @description Tối đa hai tiêu thức / Up to two dimensions: ward, former-ward, zone, kind, stars, class, stay-kind */
                by?: string;
                /** @description Theo chính sách nào, cho người có nhiều chính sách / Under which policy, for those who have several */
                policy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NowResponse"];
                };
            };
        };
    };
    getWorkersLongStay: {
        parameters: {
            query?: {
                /** @description Ở từ bao nhiêu ngày; 30, trừ người xem được số liệu chính xác / For how many days; 30 but for those who see exact figures */
                days?: number;
                /** @description Theo chính sách nào, cho người có nhiều chính sách / Under which policy, for those who have several */
                policy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NowResponse"];
                };
            };
        };
    };
    getForm015n: {
        parameters: {
            query?: {
                /** @description Năm / Year */
                year?: number;
                /** @description Định dạng / Format */
                format?: "json" | "csv" | "xlsx" | "pdf";
                /** @description Ngôn ngữ của tệp / Language of the file */
                language?: "vi" | "en";
                /** @description Theo chính sách nào, cho người có nhiều chính sách / Under which policy, for those who have several */
                policy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormResponse"];
                    "text/csv": components["schemas"]["FormResponse"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["FormResponse"];
                    "application/pdf": components["schemas"]["FormResponse"];
                };
            };
        };
    };
    listAnomalies: {
        parameters: {
            query: {
                /** @description Ngày đầu / First day */
                from: string;
                /** @description Ngày cuối; tối đa 92 ngày, 31 ngày với số làm tròn / Last day; 92 days at most, 31 of rounded ones */
                to: string;
                /** @description Phường, xã hoặc tỉnh / Ward or province */
                area?: string;
                /** @description Chỉ tiêu / Measure */
                measure?: "arrivals" | "international" | "guest-nights";
                /** @description yes: cả ghi chú đã rút / Withdrawn notes too */
                withdrawn?: "yes" | "no";
                /** @description Gửi next của trang trước / The next value of the previous page */
                after?: string;
                /** @description Số ghi chú mỗi trang / Notes per page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomaliesResponse"];
                };
            };
        };
    };
    remarkAnomaly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomalyResponse"];
                };
            };
        };
    };
    unsubscribePage: {
        parameters: {
            query: {
                /** @description Từ liên kết trong thư / From the link of the mail */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    unsubscribeByLink: {
        parameters: {
            query: {
                /** @description Từ liên kết trong thư / From the link of the mail */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsResponse"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscribedResponse"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubscriptionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionResponse"];
                };
            };
        };
    };
    confirmSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSubscriptionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionResponse"];
                };
            };
        };
    };
    pauseSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionResponse"];
                };
            };
        };
    };
    resumeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionResponse"];
                };
            };
        };
    };
    listReportDeliveries: {
        parameters: {
            query?: {
                /** @description Bao nhiêu lần gần nhất / How many of the latest */
                limit?: number;
            };
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDeliveriesResponse"];
                };
            };
        };
    };
    iocNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocNowResponse"];
                };
            };
        };
    };
    iocDays: {
        parameters: {
            query: {
                to: string;
                from: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocDaysResponse"];
                };
            };
        };
    };
    iocMonths: {
        parameters: {
            query: {
                to: string;
                from: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocMonthsResponse"];
                };
            };
        };
    };
    iocAreas: {
        parameters: {
            query: {
                limit?: number;
                after?: string;
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocAreasResponse"];
                };
            };
        };
    };
    iocSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocSyncResponse"];
                };
            };
        };
    };
    iocChanges: {
        parameters: {
            query?: {
                limit?: number;
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    /** @description Mọi thay đổi đến lúc này đã được tính / All changes until then are counted */
                    "Luutru-As-Of"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocChangesResponse"];
                };
            };
        };
    };
    iocListWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocWebhooksResponse"];
                };
            };
        };
    };
    iocRegisterWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IocWebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocWebhookCreatedResponse"];
                };
            };
        };
    };
    iocRotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IocSecretResponse"];
                };
            };
        };
    };
    iocRemoveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    xroadRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instance: string;
                memberClass: string;
                memberCode: string;
                subsystem: string;
                service: string;
                resource: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Như /v1/ioc/{resource} / As /v1/ioc/{resource} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    getOpenDataCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
        };
    };
    getOpenDataSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/csvm+json": Record<string, never>;
                };
            };
        };
    };
    getOpenDataMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mã tỉnh, thành phố / Code of the province */
                province: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenMonthResponse"];
                    "text/csv": components["schemas"]["OpenMonthResponse"];
                };
            };
        };
    };
    listOwnStays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStayListResponse"];
                };
            };
        };
    };
    getOwnReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayReceiptResponse"];
                };
            };
        };
    };
    printOwnReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    listOwnLooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookListResponse"];
                };
            };
        };
    };
    listOwnCorrections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionListResponse"];
                };
            };
        };
    };
    requestCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionRequestedResponse"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description Từ ngày / First day */
                from?: string;
                /** @description Đến ngày; bỏ trống là hôm nay / Last day, today unless given */
                to?: string;
                /** @description Tài khoản hoặc khóa API / Account or API key */
                actorId?: string;
                /** @description Hành động / Action */
                action?: string;
                /** @description Đối tượng / Subject */
                subjectId?: string;
                /** @description Giá trị next của trang trước / The next of the page before */
                cursor?: string;
                /** @description Số dòng / Rows */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditListResponse"];
                };
            };
        };
    };
    sealState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealStateResponse"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditPeriod"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationResponse"];
                };
            };
        };
    };
    deliveryStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStatusResponse"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description population: CSDL quốc gia về dân cư; kbtt: cổng KBTT / Where to; population unless given */
                topic?: "population" | "kbtt" | "screening";
                /** @description Chỉ của cơ sở này / Only of this facility */
                facilityId?: string;
                /** @description Mã lỗi / Why it was set aside */
                code?: string;
                /** @description Gửi next của trang trước / The next value of the previous page */
                cursor?: string;
                /** @description Số dòng mỗi trang / Per page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersResponse"];
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayEventsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedResponse"];
                };
            };
        };
    };
    pauseDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchedResponse"];
                };
            };
        };
    };
    resumeDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchedResponse"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionListResponse"];
                };
            };
        };
    };
    answerCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerCorrectionRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StayReceiptResponse"];
                };
            };
        };
    };
    printReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    getDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                facility: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestResponse"];
                };
            };
        };
    };
    verifyReceiptPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    verifyReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyReceiptRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedResponse"];
                };
            };
        };
    };
    verifyReceiptScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwksResponse"];
                };
            };
        };
    };
    listCodeTables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeTableNamesResponse"];
                };
            };
        };
    };
    getCodeTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeTableResponse"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleListResponse"];
                };
            };
        };
    };
    listProvinces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUnitListResponse"];
                };
            };
        };
    };
    listWards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUnitListResponse"];
                };
            };
        };
    };
    getAdminUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedUnitResponse"];
                };
            };
        };
    };
    resolveAddress: {
        parameters: {
            query: {
                /** @description Địa chỉ, kể cả địa chỉ trước sáp nhập / Address, pre-merger ones too */
                address: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressResponse"];
                };
            };
        };
    };
    explainProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDefinitionResponse"];
                };
            };
        };
    };
}

