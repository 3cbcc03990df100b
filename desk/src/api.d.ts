// Made from openapi/commis.yaml by `npm run contract`; never edited by hand.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that the program is alive */
        get: operations["get_health"];
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
        /** Says whether the storage answers and all migrations are done */
        get: operations["get_readiness"];
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
        /**
         * Figures for Prometheus
         * @description Counts and times by route, queues, backups, disk and process, without personal data. Like the rest of health it asks for
         *     no credentials; it is answered to the server's own machine and to private addresses alone.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This file as JSON */
        get: operations["get_contract"];
        put?: never;
        post?: never;
        delete?: never;
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
        /**
         * Who is signed in
         * @description For a call with a token, the token's own shops and rights; `operator` is then null.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Signs an operator in
         * @description Answers the session and sets its cookie; or, to an operator with a second factor, 202 with a step that opens nothing but
         *     `POST /session/second-step`. Wrong passwords are limited per address and per account, over all servers of a database; a browser
         *     in which the operator signed in before (cookie `commis_devices`) is counted by itself, so that strangers lock nobody out.
         */
        post: operations["sign_in"];
        /** Signs the operator out */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        /**
         * Remembers what the operator prefers
         * @description `language` is the language of the desk. `preferences` is the desk's own (theme, columns per shop): kept as it comes, at most
         *     16 KiB, given back as it is, and replaced as a whole.
         */
        patch: operations["update_session"];
        trace?: never;
    };
    "/api/v1/session/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the code of the second factor
         * @description `code` is the six digits of now, one step of 30 seconds early or late, or a recovery code. Each counts once. A step ends
         *     after ten minutes or five wrong codes (401 `sign_in_again`); wrong codes of an operator make the next ones wait longer and
         *     longer (429), recovery codes never wait.
         */
        post: operations["finish_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a key for the second factor
         * @description To be typed into a telephone or photographed; nobody is asked for it until a code has confirmed it. Wrong passwords are limited
         *     per address.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switches the second factor on
         * @description With a code of the key that was made last. Every other session of the operator ends.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes new recovery codes
         * @description Those of before open nothing any more.
         */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor off */
        post: operations["end_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the operator is signed in */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/list/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs the operator out in one browser */
        delete: operations["end_session"];
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
         * Sets another password
         * @description Asks for the one there is; every other session of the operator ends. Wrong passwords are limited per address.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs the operator out everywhere else */
        post: operations["end_other_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link of an invitation ends with. */
                secret: string;
            };
            cookie?: never;
        };
        /**
         * What an invitation is about
         * @description Asked by the page behind the link. Wrong links are limited per address.
         */
        get: operations["get_invitation"];
        put?: never;
        /**
         * Joins the team
         * @description Makes the account with this password, or adds the shop to the account that has the address; then `password` is the one it has.
         *     Answers the session and sets its cookie, or 202 with a step as signing in does; the link is used up. Wrong links and passwords are
         *     limited per address.
         */
        post: operations["join_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The platform's audit trail
         * @description Who changed which setting, signed in, was given a role or token, took data out; the newest first. `detail` shows what changed
         *     or was asked, never a secret.
         */
        get: operations["list_platform_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole trail, one entry a line
         * @description Each line is `{"entry": …, "digest": …}`: the digest is the SHA-256 of the bytes of `entry` as they stand in the line; its member
         *     `previous` is the digest before.
         */
        get: operations["export_platform_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proves that the trail is whole */
        get: operations["prove_platform_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * A shop's audit trail
         * @description Who changed which setting, signed in, was given a role or token, took data out; the newest first. `detail` shows what changed
         *     or was asked, never a secret.
         */
        get: operations["list_shop_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/audit/entries.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The whole trail, one entry a line
         * @description Each line is `{"entry": …, "digest": …}`: the digest is the SHA-256 of the bytes of `entry` as they stand in the line; its member
         *     `previous` is the digest before.
         */
        get: operations["export_shop_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/audit/proof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** Proves that the trail is whole */
        get: operations["prove_shop_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may do */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profiles a shop can be made from */
        get: operations["list_profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's shops */
        get: operations["list_shops"];
        put?: never;
        /**
         * Makes a shop
         * @description Only for platform administrators.
         */
        post: operations["create_shop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** One shop */
        get: operations["get_shop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a shop
         * @description A name that is left out stays as it is. `settings` takes any of the profile's settings. Another profile, settings or time zone
         *     change no fact; a job of kind `reproject` then computes what lists filter and sort by anew. With `If-Match` it applies only to
         *     that version of the shop.
         */
        patch: operations["update_shop"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/states": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The states of the shop's orders, with how many orders stand in each */
        get: operations["list_states"];
        /**
         * Replaces the list of states
         * @description The whole list in its order. The first state is of stage `new`, one of stage `cancelled` is left, and each has a label in the
         *     shop's own language. A state in which orders stand can't be left out: 409 `state_in_use` names it; move its orders first.
         *     Sending the profile's own list makes it the profile's again.
         */
        put: operations["replace_states"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The payment methods with their words and what happens to an unpaid order */
        get: operations["list_payment_methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment method's id. */
                id: components["parameters"]["MethodId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a payment method
         * @description What is left out stays; null gives a member back to the profile.
         */
        patch: operations["update_payment_method"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/number-ranges": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The number ranges of orders and of each kind of document */
        get: operations["list_number_ranges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/number-ranges/{series}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description `order`, or the kind of document. */
                series: components["parameters"]["Series"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes how the next numbers look, or skips ahead
         * @description What is left out stays. Numbers only go up, so that none is given twice.
         */
        patch: operations["update_number_range"];
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders of all the caller's shops */
        get: operations["list_all_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The orders of a shop
         * @description A filter given twice means either; different filters all have to hold.
         */
        get: operations["list_orders"];
        put?: never;
        /**
         * Places an order
         * @description Required are `currency`, `buyer.email`, one line with `name`, `quantity` and `unit_price`, and `payment.method` (or `payments`).
         *     `external_id` is unique per shop and channel: a second order with the same one is refused with `duplicate_external_id`.
         *     With `dry_run` nothing is placed: the answer says what the order would come to and which mails would leave.
         */
        post: operations["place_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * One order
         * @description With `seen=true` the order no longer counts as unseen for this operator's shop. With `at` it is shown as it was after that event of
         *     its timeline: dated facts in today's words, with today's people and nothing to be done. A removed order answers 404 `removed`.
         */
        get: operations["get_order"];
        put?: never;
        post?: never;
        /**
         * Removes an order from all lists
         * @description Only an order without invoice and without captured money. Its number stays in the register of removed orders. The members of the
         *     body may stand in the query instead.
         */
        delete: operations["delete_order"];
        options?: never;
        head?: never;
        /**
         * Changes what is not lines or money
         * @description A name that is left out stays as it is. `shipping_address` null means: as the billing address. `tags` replaces the whole list.
         *     `external_id` stays unique per shop and channel: that of another order is refused with `duplicate_external_id`.
         */
        patch: operations["update_order"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What happened to an order, newest first */
        get: operations["get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes a note on an order
         * @description The text is Markdown; links are kept, raw HTML is not. The buyer never sees it, unless it is `for_buyer`.
         */
        post: operations["add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/mark-paid": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records money that came in outside a gateway
         * @description The amount defaults to what is due, the day to now. `notify` is ignored where the shop's rule decides.
         */
        post: operations["mark_paid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/change-state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves an order to another state of the shop's list
         * @description `entry` says from where the operator asks, because a shop may have another notify rule for each: a button of the order page, a
         *     list that applies at once, or many orders together. A state of stage `on_hold` asks for a `reason`.
         */
        post: operations["change_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/place": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Places an order that was kept as a draft */
        post: operations["place_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/capture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes money that a card has reserved
         * @description The question is on disk first; the answer of the provider follows, as a rule while the call waits for it (at most a few
         *     seconds; never with an Idempotency-Key). Until then `provider_calls` says `waiting`, or `unknown` when no answer came.
         */
        post: operations["capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/void": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases what a card has reserved
         * @description As with a capture, the answer of the provider follows.
         */
        post: operations["void_authorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/check-payment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the provider how the payments of the order stand
         * @description What the ledger lacks is entered; what it claims beyond what the provider knows is left to a person.
         */
        post: operations["check_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/send-payment-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes to the buyer with a link by which what is due is paid online
         * @description The link asks for what is due now and is not reserved on a card. It ends as soon as another amount is due; a link that still asks for the
         *     right amount is sent once more.
         */
        post: operations["send_payment_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/mark-pending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says by hand that a payment is still waited for
         * @description The mark speaks until a later payment event does.
         */
        post: operations["mark_pending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/mark-failed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says by hand that a payment was refused */
        post: operations["mark_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/mark-review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Flags a payment for a look at the provider
         * @description A later mark as pending or refused ends the review.
         */
        post: operations["mark_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives money back
         * @description At least one of `lines`, `units`, `shipping` and `amount`. An amount beside units replaces their value; an amount alone is goodwill,
         *     once what is owed back is settled. Money goes back through the account that took it; what was paid outside is recorded as given
         *     back, or promised where the shop works so. Over several payments, from the oldest on; never more than `refundable`.
         */
        post: operations["refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/mark-refunded": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records money that was given back outside
         * @description Carries out what was promised first; beyond that the named units, else all that is held.
         */
        post: operations["mark_refunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/retry-refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the provider once more for a refund that failed
         * @description The same entry, through the account that took the money; nothing is credited twice. Without `refund` all that failed and
         *     after which nothing was given back.
         */
        post: operations["retry_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/record-chargeback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a buyer has the bank take money back
         * @description For acquirers without an interface; those of connected providers come by themselves. The money counts as gone until the
         *     case is won, and the order is under review until it is decided.
         */
        post: operations["record_chargeback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/decide-chargeback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records how a chargeback ended
         * @description Won: the money is the shop's again. Lost: it stays gone. `reference` may be left out where one case is open.
         */
        post: operations["decide_chargeback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order, lines of it or single tickets
         * @description Nothing named means the whole order. `restock` says whether the goods go back on the shelf, for all or line by line; without it the
         *     shop's setting decides. Captured money is never given back silently: `totals.owed_back` says what is owed.
         */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wants cancelled units again
         * @description Refunded units stay gone. Refused where cancelling is final, for tickets, and when others have taken the goods.
         */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/ship": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a parcel
         * @description Nothing named means all that is left to ship. With `label_only` the label is printed and the carrier comes later. With the last parcel
         *     the order moves to the shop's shipped state.
         */
        post: operations["ship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records goods that came back
         * @description Money is another matter: they stay paid for until they are refunded.
         */
        post: operations["return_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues the invoice of what is owed
         * @description Content and money are locked from then on. A `draft` has no number and locks nothing; `send` mails the invoice to the buyer.
         */
        post: operations["issue_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/credit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a credit note
         * @description The value of what is named, or all that still stands. It is the paper only: units and money stay as they are.
         */
        post: operations["issue_credit_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/correct-invoice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an invoice back and issues it anew
         * @description A credit note over what the invoice still asks for, and a new invoice over what is owed now, in one step.
         */
        post: operations["correct_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/delivery-note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a delivery note
         * @description Of one parcel, or of what is still to ship; where all has left, of the latest parcel. Asked for again unchanged, it answers the note
         *     that is there.
         */
        post: operations["issue_delivery_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/view-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues the receipt, or finds it
         * @description Of what was paid so far. Asked for again unchanged, it answers the receipt that is there.
         */
        post: operations["issue_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/send-document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a document by mail
         * @description To the buyer, or to another address. Without `document` the newest invoice or credit note.
         */
        post: operations["send_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/revise": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the lines, shipping or discount of an order
         * @description A line with `id` stays, one without is new, one that is not named goes. Answers a new revision. With `draft` the body is kept beside the
         *     order instead, see `/orders/{id}/draft`.
         */
        post: operations["revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/resend-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the confirmation again
         * @description To the buyer, or to another address. An unpaid order gets the mail that says how to pay.
         */
        post: operations["resend_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/send-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message in the operator's own words, or a mail that left once more as it was */
        post: operations["send_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/remind": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the buyer to pay
         * @description Answers the task that the schedule of unpaid orders has raised.
         */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/block-access": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Blocks what tickets and downloads open
         * @description Without `units` all that it applies to.
         */
        post: operations["block_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/unblock-access": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lifts a block
         * @description What tickets and downloads open is again as the facts allow.
         */
        post: operations["unblock_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/register-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers what the buyer asks for
         * @description To withdraw from the contract, to cancel what has not left, or to send something back: as on the buyer's page, for who calls or writes.
         *     A withdrawal that names no lines is of all that can be withdrawn. The buyer gets a receipt with the time.
         */
        post: operations["register_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/approve-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says yes to what the buyer asks for
         * @description Units that have not left are cancelled. What has left is expected back: the request gets the code of its return slip. Without `request` it
         *     is the oldest one that is open.
         */
        post: operations["approve_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/decline-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says no to what the buyer asks for
         * @description With the reason, which the buyer reads.
         */
        post: operations["decline_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/receive-return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records what came back, line by line
         * @description What is named nowhere did not come. What is as new goes back on the shelf, as `restock` or the shop's setting says; what is damaged never
         *     does. What is exchanged is to be sent anew; the rest may be refunded, with `request` in the refund. Without `request` it is the oldest one that
         *     is expected.
         */
        post: operations["receive_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/close-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a request
         * @description Nothing more comes of it. Without `request` it is the oldest one that is not closed.
         */
        post: operations["close_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/hand-out": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands over an order that is picked up
         * @description All that is left goes over the counter, to who shows the code of the buyer's page or says the name. One of them is needed.
         */
        post: operations["hand_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/renew-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the buyer's page another address
         * @description Addresses given before lead nowhere.
         */
        post: operations["renew_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/renew-downloads": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets the buyer download again
         * @description The limits count anew. Without `lines` for every download that is open.
         */
        post: operations["renew_downloads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/send-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends tickets
         * @description Those named, else all that are open: to who goes, or all to one address.
         */
        post: operations["send_tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/replace-attendee": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a ticket to another person
         * @description The code before is void, and the new one is sent to who goes. With `keep_code` only a name or address was written wrongly, and the code stays.
         */
        post: operations["replace_attendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/undo-admission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a check-in back
         * @description Let in by mistake, or out again: the ticket opens once more.
         */
        post: operations["undo_admission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the last change of state back
         * @description The same as `POST /orders/{id}/undo`.
         */
        post: operations["undo_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes an order from all lists
         * @description The same as `DELETE /orders/{id}`, but it answers the order.
         */
        post: operations["delete_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a removed order back
         * @description What was erased meanwhile stays erased.
         */
        post: operations["restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/actions/erase-people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erases the personal data of an order that is done
         * @description Names, addresses, contacts, notes, attendees, mails' text and readers, and search words go for good, and the buyer's page
         *     closes. Lines, amounts, payments, states, the country and issued invoices stay, and with them the books. An order with
         *     something open is refused: `request_still_open`, `refund_still_owed`, `money_still_open`, `goods_still_to_ship`; one that was
         *     erased before with `people_erased`. In bulk over a filter such as `placed_to`: `POST /orders/bulk`.
         */
        post: operations["erase_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the last change of state back
         * @description While its mails are held and nothing happened since: `undo_until` of the order. Held mails stay on record as suppressed.
         */
        post: operations["undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/amounts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description A name of the order's `totals`. */
                name: string;
            };
            cookie?: never;
        };
        /**
         * The rows that make one of an order's totals
         * @description The rows add up to the amount exactly. A difference is explained by the two amounts that it is made of.
         */
        get: operations["explain_amount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/payment-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * How the buyer pays by transfer
         * @description The account, the amount that is due, the reference that lets the money be found again, and the QR code that banking programs read:
         *     a Swiss QR-bill for an account there (CHF, EUR), else the European credit transfer (EUR).
         */
        get: operations["get_payment_details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The revision that is kept beside an order */
        get: operations["get_revision_draft"];
        /**
         * Keeps a revision beside an order, instead of the one that is kept
         * @description Refuses what confirming it would refuse now. The order itself does not change.
         */
        put: operations["keep_revision_draft"];
        post?: never;
        /** Discards the revision that is kept */
        delete: operations["discard_revision_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/draft/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Does what the kept revision says
         * @description Answers the new revision; its event says the difference to collect or to give back.
         */
        post: operations["confirm_revision_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/order-form.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The order on paper, as it is now */
        get: operations["get_order_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/draft-invoice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The invoice in draft
         * @description 404 while the order has no draft.
         */
        get: operations["get_draft_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The documents that were issued, the newest first */
        get: operations["list_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One document, and the e-invoices it can be read as */
        get: operations["get_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A document as it was issued */
        get: operations["get_document_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/{id}.xml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** An invoice as a machine reads it */
        get: operations["get_document_xml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts the papers of many orders into one file
         * @description Name the `orders`, or give a `filter` with the list's own parameters. A job of kind `print` makes the file, order after order; what
         *     cannot be printed is left out with its reason. Delivery notes and receipts that are not there yet are issued.
         */
        post: operations["print_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/batch.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The file of a print job that is done */
        get: operations["get_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/proof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Proves that a series of numbers is whole
         * @description Nothing missing, nothing twice, nothing changed since it was issued. At most 20,000 documents a call: go on from `next`.
         */
        get: operations["prove_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/preview.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * A sample of a paper, with the newest order
         * @description Nothing is issued and no number is taken.
         */
        get: operations["preview_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/logo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        /** The picture at the head of every paper */
        put: operations["put_logo"];
        post?: never;
        /** Papers with the shop's name instead of a picture */
        delete: operations["delete_logo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/documents/logo.png": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The picture at the head of every paper */
        get: operations["get_logo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs one action on many orders
         * @description Name the `orders`, or give a `filter` with the list's own parameters. A dry run says how many would change, which are skipped and
         *     why, how many mails would leave and what money would move. Else a job runs order by order: one refusal never stops the rest, and
         *     it can be stopped and taken up again without doing anything twice. `resend-confirmation` takes at most 100 orders; more are refused
         *     before anything is sent, unless `in_batches` asks for a job for each 100 of them. The body may have 4 MiB.
         */
        post: operations["run_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits in all the caller's shops
         * @description Each queue of the next step, the orders nobody has opened, and the card holds, those that end within seven days apart.
         */
        get: operations["count_all_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own views of the list and the shared ones */
        get: operations["list_all_views"];
        put?: never;
        /**
         * Keeps a view
         * @description Only the administrator shares a view over all shops.
         */
        post: operations["create_view_of_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a view */
        delete: operations["delete_view_of_all"];
        options?: never;
        head?: never;
        /** Changes a view */
        patch: operations["update_view_of_all"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/queues": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What waits
         * @description Each queue of the next step, the orders nobody has opened, and the card holds, those that end within seven days apart.
         */
        get: operations["count_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/views": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The caller's own views of the list and the shared ones */
        get: operations["list_views"];
        put?: never;
        /**
         * Keeps a view
         * @description Sharing it wants the right to change settings. A name is unique, without case, among the own and among the shared views.
         */
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a view */
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        /** Changes a view */
        patch: operations["update_view"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/unpaid": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Who owes the shop money, since when, and what happens next
         * @description Orders of which something is due that neither a card hold nor cash on delivery covers, the longest waiting first, with the sums of all of
         *     them by age and method. The next reminder and removal are those of the method's schedule.
         */
        get: operations["list_unpaid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What cards hold and when it runs out
         * @description Orders with an open authorisation, the first to run out first, and the sums of the coming 14 days (D-02, A-18).
         */
        get: operations["list_authorizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/chargebacks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Money that buyers have their banks take back
         * @description Open cases by the day by which an answer is due, those without one last; decided ones from the newest on.
         */
        get: operations["list_chargebacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Refunds that are still to be made
         * @description Promised and not carried out, or refused by the provider and nothing given back since; the oldest first (W-41, X-07).
         */
        get: operations["list_refunds_to_make"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/removed-orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The register of removed orders, newest removal first
         * @description Without personal data. `restore` brings an order back.
         */
        get: operations["list_removed_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/return-slips/{slip}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description What the barcode on a return slip says, in capitals or not. */
                slip: string;
            };
            cookie?: never;
        };
        /**
         * The request that a return slip belongs to
         * @description What the packing table asks when the slip in a parcel is scanned.
         */
        get: operations["find_return_slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One parcel */
        get: operations["get_shipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Corrects what was said of a parcel
         * @description A member of `tracking` that is left out stays as it is; null clears all of it.
         */
        patch: operations["update_shipment"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/shipments/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The carrier's label of a parcel
         * @description As the carrier made it. What is no PDF is given as a file to save.
         */
        get: operations["get_label"];
        put?: never;
        /**
         * Buys a label for a parcel at its carrier
         * @description The carrier is asked while the caller waits. Its number becomes the parcel's tracking number, and the label counts as printed. A parcel that
         *     has a label keeps it: asked again, or twice at once, nothing is bought unless `again` says so. `label_outcome_unknown` means that the
         *     carrier was asked and nobody knows what came of it; only `again` asks once more, and does so each time it is sent, but for repeats of one
         *     `Idempotency-Key`: they get the first answer or, where nobody knows one, `label_outcome_unknown`. When the carrier refused or was away,
         *     nothing was bought and the key may ask again. What is offered now stands in the parcel's `actions`.
         */
        post: operations["buy_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/shipments/{id}/label-printed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records when the label was printed
         * @description Without `at`, now; never in the future. Said again, it corrects.
         */
        post: operations["record_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/shipments/{id}/handed-over": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records when the carrier took a parcel
         * @description Without `at`, now; never in the future. Said again, it corrects.
         */
        post: operations["record_hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/shipments/{id}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records when a parcel was delivered
         * @description Without `at`, now; never in the future. Said again, it corrects.
         */
        post: operations["record_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** What the shop sells, by SKU */
        get: operations["list_articles"];
        put?: never;
        /** Adds an article */
        post: operations["create_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One article */
        get: operations["get_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an article
         * @description Orders already placed keep what they copied.
         */
        patch: operations["update_article"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/articles/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What buyers of a digital article download */
        get: operations["list_article_files"];
        put?: never;
        /**
         * Adds a file to a digital article
         * @description The body is the file itself, of any type and of at most 4 GiB where the server sets nothing else. Its media type follows from the
         *     end of its name. Who has paid for the article already may fetch it, too.
         */
        post: operations["add_article_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/articles/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The file's id. */
                file: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a file away, also from those who bought it */
        delete: operations["delete_article_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What an order has to download, and who fetched what */
        get: operations["list_downloads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/d/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Signed by this program, and valid for a limited time. */
                token: string;
            };
            cookie?: never;
        };
        /**
         * A file that was bought
         * @description For buyers, by the addresses of the mail `downloads` and of the order's page. A single `Range` is answered with that part, `If-Range`
         *     takes the `ETag`. Asking for the beginning counts as one download; what the same address asks for behind it within a day belongs to
         *     it, and `HEAD` counts nothing.
         */
        get: operations["fetch_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/blocked-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** Addresses that get no tickets */
        get: operations["list_blocked_addresses"];
        put?: never;
        /**
         * No tickets for this address any more
         * @description An order with a ticket for it is refused with `address_blocked`. What it has already stays.
         */
        post: operations["block_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/blocked-addresses/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The address, in any case of letters. */
                email: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets an address in again */
        delete: operations["unblock_address"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carriers whose parcels can be followed
         * @description Of a parcel whose tracking names one of them and a number, but no `url`, the `url` shown is made of the pattern.
         */
        get: operations["list_carriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/tracking-codes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in tracking numbers from a table
         * @description The body is a table (CSV) of at most 2,000 rows with the order's number, the carrier, the tracking number and, where there is one, the
         *     link: by the names of its header in any of the four languages, or in this order. An order whose one parcel has no number gets it; one
         *     that has not left yet is sent. Every row is accounted for, and a file that comes twice changes nothing.
         */
        post: operations["take_tracking_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Who has bought, by name
         * @description A record is made by the first order of an e-mail address. Records that were merged into others are left out.
         */
        get: operations["list_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One customer */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a customer
         * @description Orders keep what they were placed with. A new e-mail address keeps the old one as one of the others; an address that another
         *     customer has is refused with `already_used`. Of an address, members that are left out stay as they are.
         */
        patch: operations["update_customer"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}/bounce": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Says that the customer's addresses are right again
         * @description What came back before says nothing of them any more, and mail leaves to them; the reports stay on record with their mails. Saying it
         *     of addresses that nothing came back from changes nothing.
         */
        delete: operations["lift_bounce"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The orders of all the customer's e-mail addresses
         * @description Takes the filters of the order list as well.
         */
        get: operations["list_customer_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets another record speak for this one
         * @description This record's addresses and orders count with `into` from now on, which is answered. What `into` lacks is filled in and notes
         *     are joined; orders are never rewritten. A change of the merged record is refused with `customer_merged`.
         */
        post: operations["merge_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erases a customer
         * @description The record goes at once, with those merged into it; the people of each order under its addresses follow in a job, as
         *     `erase-people` takes them. While one of these orders is not done the answer is 409 `people_have_open_orders`, whose errors
         *     name the orders and what is open, and nothing is erased. `dry_run` says it all beforehand. Issued invoices and credit notes
         *     are kept for `keep_documents_years`.
         */
        post: operations["erase_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/customers/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Everything that is kept of a customer
         * @description One document, sent in parts: the record, and every order under its addresses with its lines, payments, papers, mails as they
         *     left, events and downloads. Each answer stands in the audit trail, without the person's name.
         */
        get: operations["export_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything that is kept of who ordered with an address
         * @description As of a customer, whether there is a record for the address or not. The address is in the body, so that it stands in no log.
         */
        post: operations["export_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What was sold in a time
         * @description Counted from the facts; days older than a week are counted once and kept, and counted anew when one of their orders
         *     changes. In days of the shop's calendar and in its currency; orders in other currencies are summed
         *     apart. Drafts, abandoned and removed orders are left out. `net` is `gross` less `cancelled` and `allowances`; `refunds` is the
         *     money that went back. What belongs to no row (shipping and refunds when counted by item, rows beyond the first 500) is `rest`.
         */
        get: operations["get_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/accounting/journal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The journal of a time, as double entries
         * @description Issued invoices and credit notes, and money that moved, in the order in which they were booked. An entry is booked when its fact is
         *     recorded and never changes, so a time that is over says the same for ever; `value_on` is the day it happened. Debits and credits of an
         *     entry are equal. `unmapped`: rates on this page that have no account of their own and stand on the default one.
         */
        get: operations["list_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/accounting/export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The journal as a file for an accountant
         * @description `csv`: a row a posting, in every currency; cells that a spreadsheet would run are made safe. `datev`: a Buchungsstapel (EXTF 700, category
         *     21, format version 13, Windows-1252); sales stand with their tax on accounts that carry their rate (Automatikkonten) or with their row's tax
         *     key, and apart from it on the default account. `fec`: the 18 columns of the French law, UTF-8, numbered through the business year.
         *     The last two hold one business year and what is in the shop's currency. The same time gives the same rows each time.
         */
        get: operations["export_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/accounting/totals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What was invoiced, credited, taken in and given back in a time
         * @description Counted by the database, not by way of the journal; both agree to the cent. The shop's currency comes first.
         */
        get: operations["get_accounting_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/accounting/day": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The end of a day, by method, by service and by where the money is
         * @description The sums of one day of the shop's calendar; `places` has the till (`cash`) and what card terminals and services hold (`clearing`).
         */
        get: operations["get_accounting_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/accounting/settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Which accounts things stand on
         * @description What the shop set over the chart of accounts of its country.
         */
        get: operations["get_accounting_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the accounts
         * @description What is left out stays. A `preset` gives its numbers first and the others go over them; lists are replaced whole. Changes no entry: the journal shows
         *     other accounts from then on.
         */
        patch: operations["change_accounting_settings"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One ticket, and what it opens */
        get: operations["get_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Another person goes
         * @description The code before opens nothing any more, and the new ticket is sent to who goes now. With `keep_code` only what was written wrongly
         *     is corrected.
         */
        patch: operations["update_unit"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/units/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one ticket
         * @description To who goes, else to the buyer; with `to` to that address.
         */
        post: operations["send_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/units/{id}/ticket.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The ticket on paper
         * @description What was cancelled or refunded since says so across the page, and has no code to scan.
         */
        get: operations["get_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/tickets.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** All tickets of an order, a page each */
        get: operations["get_tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a ticket in, or says why not
         * @description `code` is what was scanned (code and signature) or typed (the code alone; small letters, blanks, dashes and letters that stand for
         *     figures are forgiven). Each ticket is admitted once, whichever gates scan it at the same moment. `at` is the gate's own moment where
         *     it was not connected; the same gate telling the same moment again is told the same again.
         */
        post: operations["check_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/check-in/batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a gate let in while it was not connected
         * @description Up to 500, each answered as a scan is, in their order. Of two scans of one ticket the earlier is the admission.
         */
        post: operations["check_in_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/check-in/list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * The list that a gate takes along
         * @description For when there is no network. `Commis-Signature` is an Ed25519 signature over the bytes of the body, made with the shop's key, which is
         *     the one that signs the tickets' codes: `code.signature` is signed over `shop:code`. A ticket is named by the first 12 bytes of the
         *     SHA-256 of its code. Events that began more than two days ago are left out.
         */
        get: operations["get_check_in_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/check-in/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Out again, or let in by mistake */
        post: operations["undo_check_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** What there is of each article, by SKU */
        get: operations["list_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/pick-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What to fetch from the shelves now
         * @description The goods still to ship of orders whose next step is shipping, the oldest 500 orders first, by SKU.
         */
        get: operations["get_pick_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/supplier-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * What to order from suppliers
         * @description Articles of which orders have set aside more than there is, by supplier; at most 2,000.
         */
        get: operations["get_supplier_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/orders/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Whether an order's goods are in the house
         * @description Lines that have something left to ship, with what could be handed out now after what other orders have set aside.
         */
        get: operations["get_availability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The shop's outbox, newest first */
        get: operations["list_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/mails/{id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A mail as it left, with every header and signature */
        get: operations["get_mail_message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/mails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a mail now that failed, came back, waits, or whose fate is unknown
         * @description A mail that was sent or suppressed is refused with `mail_not_retryable`, and so is a new address that has this mail already.
         */
        post: operations["retry_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/mail-health": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Whether mail of the shop's sender will be believed
         * @description Asks name servers what the sender's domain publishes (SPF, DKIM, DMARC, MX) and says in words what is wrong and exactly
         *     which record to publish. It may take some seconds. A shop without a sender is answered with `no_mail_sender`.
         */
        get: operations["get_mail_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The shop's tokens; never their secret */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Makes a token
         * @description The answer is the only time the token itself is shown.
         */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a token back */
        delete: operations["delete_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a bank's file in and books what fits exactly
         * @description The body is the file: a statement (camt.053) or a notification (camt.054) of ISO 20022, versions 2 to 8, or a table (CSV), at most 16 MB
         *     and 5,000 entries. A table is read by the saved layout of the account, or by the one whose header it has (`/bank-mappings`); where there is
         *     none, the answer is 422 `bank_mapping_required` with `layout`: its first rows, a guess, and what that would read. A line that can't be read
         *     refuses the file; `table` then says which. What is booked by itself came to an account of the shop, in the order's currency, names the order or orders by number, invoice
         *     number or structured reference, and is to the cent what is due on them. Everything else waits with its reasons. The same money is
         *     taken once, whichever file tells of it and however often it is sent.
         */
        post: operations["take_bank_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** How tables are read, by account */
        get: operations["list_bank_mappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-mappings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How the beginning of a table would be read
         * @description Changes nothing. Without a `mapping` one is guessed: encoding, delimiter, where the header stands, which column holds what, and how days and
         *     amounts are written.
         */
        post: operations["preview_bank_mapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-mappings/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The IBAN; of payouts the provider's name in small letters. */
                account: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Says how the tables of an account are read
         * @description In place of what was said before. From then on every file with this header is read so.
         */
        put: operations["save_bank_mapping"];
        post?: never;
        /** Forgets it */
        delete: operations["remove_bank_mapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** What banks told, the newest first */
        get: operations["list_bank_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One of them */
        get: operations["show_bank_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}/payout": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books it as a payout of a payment service
         * @description No order gets money by it; what the payout holds was paid when it was captured.
         */
        post: operations["book_bank_entry_as_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** What payment services paid out, the newest first */
        get: operations["list_payouts"];
        put?: never;
        /**
         * Takes in an acquirer's table of payouts
         * @description CSV, read by the saved layout of the provider or the one whose header it has, as bank statements are; without one the answer is 422
         *     `bank_mapping_required`. Lines of one payout id, else of one day, are one payout. Each payment and refund in it is matched to the order it
         *     belongs to, by its reference or by the order's number and the exact amount; the payout is booked on the bank entry in which it arrived.
         */
        post: operations["take_payouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payouts/missing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Card payments that were never paid out
         * @description Captured at a payment service more than `days` days ago and in no payout, the oldest first. Payouts that failed hold none.
         */
        get: operations["list_missing_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One of them with its payments */
        get: operations["show_payout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payouts/{id}/arrived": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that it is in the bank
         * @description For shops without bank files; with them it is booked on its entry.
         */
        post: operations["payout_arrived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payouts/{id}/awaited": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes that back */
        post: operations["payout_awaited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books the whole entry
         * @description On the named order, else as it is proposed. More than is due may be booked: it is owed back then. A return takes back the transfer it belongs to.
         */
        post: operations["accept_bank_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books parts of the entry on several orders
         * @description Together the parts are the whole entry; all of them are booked or none.
         */
        post: operations["split_bank_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the entry concerns no order
         * @description Kept, with the reason.
         */
        post: operations["dismiss_bank_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/bank-entries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a dismissed or booked entry again
         * @description What was booked is taken back by a reversing entry on each order.
         */
        post: operations["reopen_bank_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The accounts at payment services that the shop is or was connected to */
        get: operations["list_payment_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-services/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Connects an account, or changes its credentials
         * @description The service is asked whose account the credentials open, so that wrong ones are refused at once. They are kept sealed. Without
         *     `secret` the account that is connected stays, with what else is new. A refund goes back through the account that took the money: another
         *     account is connected beside the first.
         */
        put: operations["connect_payment_service"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-services/{provider}/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
                /** @description The account as the service calls it. */
                account: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets the credentials of an account
         * @description Its name stays, so that whoever wants to refund a payment of it knows which account is needed.
         */
        delete: operations["disconnect_payment_service"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/payment-services/{provider}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        /** What the service told by itself, the newest 50 */
        get: operations["list_provider_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/label-services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The carriers whose labels the shop buys */
        get: operations["list_label_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/label-services/{carrier}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A carrier: `swiss-post`. */
                carrier: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Sets up the carrier, or changes what was agreed
         * @description The carrier is asked whether it knows the client, so that a wrong secret is refused at once; it is kept sealed. What is left out stays as it
         *     is; at first, product and size are the carrier's usual ones. The sender on each label is the shop's legal address.
         */
        put: operations["connect_label_service"];
        post?: never;
        /**
         * Forgets what was agreed with a carrier
         * @description Labels that were bought stay.
         */
        delete: operations["disconnect_label_service"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{provider}/{shop}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a payment service tells what happened
         * @description The address to enter at the service. What comes is proven by its signature over the body as it came, taken once, and leads to a look at the
         *     payments it names; the ledger follows that look, so that neither order nor doubles matter.
         */
        post: operations["take_provider_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What nobody can guess. */
                token: string;
            };
            cookie?: never;
        };
        /**
         * The page behind a payment link
         * @description For buyers, without a script. `back` says that the buyer returns from the service.
         */
        get: operations["show_payment_link"];
        put?: never;
        /** On to the page of the payment service */
        post: operations["follow_payment_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
            };
            cookie?: never;
        };
        /**
         * The buyer's page of an order
         * @description Where it stands (published states only), what is to pay, what was bought, sent and issued, and what may be asked for. Without a script or a cookie; `customer_url` of an order names it.
         */
        get: operations["show_buyer_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/payment.svg": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
            };
            cookie?: never;
        };
        /** The QR code of what is to be transferred */
        get: operations["show_buyer_payment_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/documents/{id}.pdf": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                id: string;
            };
            cookie?: never;
        };
        /** An issued document of the order */
        get: operations["show_buyer_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/tickets/{unit}.pdf": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                unit: string;
            };
            cookie?: never;
        };
        /** A ticket of the order */
        get: operations["show_buyer_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/returns/{request}.pdf": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                request: string;
            };
            cookie?: never;
        };
        /** The slip of a return that the shop agreed to */
        get: operations["show_return_slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/requests/{request}": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                request: string;
            };
            cookie?: never;
        };
        /**
         * The receipt of what the buyer asked for
         * @description With the moment it came, to the second.
         */
        get: operations["show_request_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{token}/ask/{kind}": {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                kind: components["schemas"]["RequestKind"];
            };
            cookie?: never;
        };
        /** The form by which a buyer withdraws, cancels or sends back */
        get: operations["show_request_form"];
        put?: never;
        /**
         * The next step of that form
         * @description `step` is `check` (asks whether it is meant), `change` (shows the form again) or `send` (registers it). `q-` with the id of a line or
         *     ticket is the quantity, `r-` the reason, `x-` that an exchange is wanted; `known` is how many requests the order had when the question
         *     was shown, so that a form that is sent twice registers once.
         */
        post: operations["answer_request_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The programs that are told of changes, and how each fares */
        get: operations["list_webhooks"];
        put?: never;
        /**
         * Tells a program of changes from now on
         * @description The answer is the only time the secret is shown. Only public addresses are reached, by https, unless the installer opened more. A
         *     shop has at most 20.
         */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One of them */
        get: operations["show_webhook"];
        put?: never;
        post?: never;
        /** Tells it nothing any more, and forgets what was sent */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        /**
         * Changes it; what is left out stays
         * @description `on: true` gives one that was switched off a new chance: what waits for it goes on.
         */
        patch: operations["change_webhook"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret
         * @description For 24 hours the old secret signs along, so that the receiver can change over without missing anything.
         */
        post: operations["rotate_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an event that means nothing, and waits for the answer */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/resend-dead": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends everything again that was given up */
        post: operations["resend_dead_deliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What was sent to it or waits, newest first */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The delivery's id. */
                delivery: string;
            };
            cookie?: never;
        };
        /** One delivery, with its body and every attempt */
        get: operations["show_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/webhooks/{id}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The delivery's id. */
                delivery: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends it again, now, under the same id */
        post: operations["resend_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/team": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** Who works in the shop, and who is invited */
        get: operations["list_team"];
        put?: never;
        /**
         * Adds somebody to the team
         * @description An operator of the program belongs to the team at once. Anybody else gets an invitation; its link works once, for seven days, and
         *     this answer is the only one that shows it. Inviting the same address again ends the older link. Nobody gives rights they have not.
         */
        post: operations["invite_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/team/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Demands a second factor of some roles
         * @description Whoever has such a role in this shop, and no second factor, can from that time on do nothing but set one up. An administrator of the
         *     platform counts as an owner. Programs with a token are not touched. Without roles the shop demands it of nobody.
         */
        put: operations["demand_second_factor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/team/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes somebody out of the team
         * @description Their rights in this shop end at once; who then belongs to no shop is signed out.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        /** Gives a member another role */
        patch: operations["change_member"];
        trace?: never;
    };
    "/api/v1/shops/{shop}/team/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a colleague's second factor away
         * @description For somebody who lost telephone and recovery codes: they sign in with the password alone and are signed out everywhere. Only of
         *     somebody in whose every shop the caller may do as much as they.
         */
        delete: operations["reset_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/team/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back */
        delete: operations["withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/team/invitations/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new link for an invitation
         * @description The old link ends; the new one works for seven days and is shown in this answer only.
         */
        post: operations["renew_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** Every mail, and whether its words are the shop's own */
        get: operations["list_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows how words would look
         * @description With the order that is named by its id or number; without one, with the newest that had such a mail, else the newest, else a
         *     sample (`order` is then null). Nothing is kept and nothing is sent.
         */
        post: operations["preview_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/templates/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends words to oneself
         * @description As the preview shows them, saved or not, to the address of the operator who is signed in and to nobody else. The mail goes
         *     through the outbox like any other, and its subject says that it is a test. It shows a real order: without one it is refused
         *     with `no_order_to_show`. A program has no address of its own: `no_own_address`.
         */
        post: operations["test_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/templates/{event}/{language}": {
        parameters: {
            query?: {
                /** @description An article's SKU: the words are for orders that hold it, such as one type of ticket. */
                article?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description Which mail. */
                event: components["schemas"]["MailEvent"];
                /** @description The language of its words. */
                language: components["schemas"]["Language"];
            };
            cookie?: never;
        };
        /**
         * The words of a mail in one language
         * @description With `article` and no words for it, those of every order.
         */
        get: operations["get_template"];
        /**
         * Keeps the shop's own words
         * @description They are checked first; `faults` names each fault with its line. The shipped words again are the same as a reset.
         */
        put: operations["save_template"];
        post?: never;
        /** Goes back to the words the program ships */
        delete: operations["reset_template"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a file of orders in
         * @description The body is the file itself. Imported orders queue no mail, timer, invoice or stock move. The same file twice adds nothing.
         *     Each row ends as an order, as part of one, or in the file of rejects with its number, column and reason.
         */
        post: operations["import_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** The shop's jobs, newest first */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** How far a job is */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What became of each order of a bulk job */
        get: operations["list_job_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a job that waits or runs
         * @description What it has done stays done. A job that has ended is refused with `job_ended`.
         */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a job up again that failed or was ended
         * @description It goes on with what it has not done. An import is not resumed but sent again; it adds nothing twice.
         */
        post: operations["resume_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries again what a bulk job left out
         * @description A new job with the same action on the orders that were refused, with the rights of whoever asks. Refused with `job_not_retryable`
         *     while the job runs, when it left nothing out, and for jobs of another kind.
         */
        post: operations["retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/jobs/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The rows that were not taken in, and why */
        get: operations["get_rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /**
         * Orders as a CSV file that can be taken in again
         * @description Takes the same filters as the list; cells that a spreadsheet would run as a formula are made safe.
         */
        get: operations["export_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hints of what changed in all the caller's shops
         * @description Server-sent events. `order` carries `{"shop","id","version"}`, `job` carries `{"shop","id","status","done","total"}`; a comment
         *     every 15 seconds keeps the line. After a reconnect the reader fetches what it shows again: nothing is repeated.
         */
        get: operations["watch_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{shop}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** Hints of what changed in one shop */
        get: operations["watch_shop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    order_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the program sends to a webhook
         * @description Signed by the Standard Webhooks scheme. Answer 2xx within 20 seconds; anything else is tried again for three days, 410 ends it.
         *     Every event comes at least once and in no promised order; `webhook-id` tells a repeat.
         */
        post: operations["order_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Stable; programs match on it. */
            code: string;
            errors?: components["schemas"]["FieldError"][];
            request_id?: string;
            /** @description With `duplicate_external_id` and `removed`: the first order's id. */
            order?: string;
            /** @description With `stale_version`: the version there is now. */
            version?: number;
            /** @description With `state_in_use`: the state in which orders stand. */
            state?: string;
            /**
             * Format: int64
             * @description With `number_range_only_up`: the next number there is now.
             */
            next_number?: number;
            /** @description With `customer_merged`: the customer that speaks for this one. */
            merged_into?: string;
            /** @description With `carrier_refused` and `carrier_credentials_refused`: what the carrier says, in its own language. */
            carrier_words?: string;
            /** @description With 429 and 503: seconds to wait. */
            retry_after?: number;
            /** @description With words that can't be kept: each fault with its place. */
            faults?: components["schemas"]["TemplateFault"][];
            layout?: components["schemas"]["TableLayout"];
            table?: components["schemas"]["TableFaults"];
        };
        FieldError: {
            /** @description A JSON pointer into the body; of a query, the parameter's name. */
            field: string;
            code: string;
            detail: string;
        };
        /**
         * Format: int64
         * @description In the minor unit of the currency.
         */
        Money: number;
        /** Format: date-time */
        Time: string;
        /** @enum {string} */
        Language: "en" | "fr" | "da" | "de";
        /** @description A code with the word for it. */
        Label: {
            id: string;
            label: string;
        };
        /** @enum {string} */
        Role: "admin" | "owner" | "manager" | "clerk" | "packer" | "accountant" | "check-in" | "viewer" | "storefront";
        /** @enum {string} */
        Right: "read" | "place" | "work" | "edit" | "money_in" | "money_out" | "documents" | "check_in" | "settings" | "team";
        /** @enum {string} */
        RightId: "read" | "place" | "work" | "edit" | "money_in" | "money_out" | "documents" | "check_in" | "settings" | "team" | "read_own";
        SignIn: {
            email: string;
            password: string;
        };
        Session: {
            /** @description Null for a call with a token. */
            operator: {
                id: string;
                name: string;
                email: string;
                /** @description How many browsers are signed in, this one included. */
                sessions: number;
                /** @description Null while the password alone signs in. */
                second_factor: {
                    since: components["schemas"]["Time"];
                    recovery_codes_left: number;
                } | null;
            } | null;
            /** @description Empty for a call with a token. */
            csrf: string;
            /** Format: date-time */
            expires_at: string | null;
            language: components["schemas"]["Language"];
            preferences: {
                [key: string]: unknown;
            };
            /** @description May make shops and sees all of them. */
            administrator?: boolean;
            /**
             * Format: date-time
             * @description From when on a shop demands a second factor of this operator, who has none. Null with one, and where nobody demands it.
             */
            second_factor_due_at: string | null;
            /** @description That time has come. Only setting one up and signing out are open; everything else answers 403 `second_factor_required`. */
            second_factor_required: boolean;
            /** @description None while `second_factor_required`. */
            shops: {
                id: string;
                name: string;
                role: components["schemas"]["Role"];
                rights: components["schemas"]["Right"][];
                /** @description Orders that nobody has opened yet. */
                unseen: number;
            }[];
            vocabulary: components["schemas"]["Vocabulary"];
            /** @description The program's version. */
            version: string;
            /** @description A server with sample shops. */
            demo: boolean;
        };
        SignInStep: {
            /** @description Goes back with the code. */
            step: string;
            expires_at: components["schemas"]["Time"];
        };
        SecondStep: {
            step: string;
            code: string;
        };
        PasswordOnly: {
            password: string;
        };
        CodeOnly: {
            code: string;
        };
        PasswordAndCode: {
            password: string;
            code: string;
        };
        SecondFactorKey: {
            /** @description Base32; SHA-1, six digits, 30 seconds. */
            key: string;
            /** @description The same as otpauth://. */
            uri: string;
            /** @description The address as a QR code (SVG). */
            picture: string;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        OpenSession: {
            id: string;
            /** @description As the browser calls itself; empty when it is not known. */
            browser: string;
            system: string;
            /** @description Where it was seen last. */
            address: string;
            since: components["schemas"]["Time"];
            last_seen_at: components["schemas"]["Time"];
            expires_at: components["schemas"]["Time"];
            is_this: boolean;
        };
        SessionList: {
            items: components["schemas"]["OpenSession"][];
            next_cursor: null;
        };
        AuditEntry: {
            /** Format: int64 */
            position: number;
            at: components["schemas"]["Time"];
            kind: string;
            actor: {
                kind: string;
                id: string;
                name: string;
            };
            /** @description What it happened to: a call, or a person. */
            subject: string;
            address: string;
            detail: {
                [key: string]: unknown;
            };
            digest: string;
        };
        AuditList: {
            items: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
            kinds: components["schemas"]["Label"][];
        };
        AuditProof: {
            /** Format: int64 */
            entries: number;
            /** @description Of the last entry; kept elsewhere, it proves that nothing before it changed since. */
            digest: string;
            faults: {
                /** Format: int64 */
                position: number;
                /** @enum {string} */
                code: "gap" | "chain_broken" | "entry_changed" | "end_missing";
            }[];
        };
        SessionPatch: {
            name?: string;
            language?: components["schemas"]["Language"];
            preferences?: {
                [key: string]: unknown;
            };
        };
        PasswordChange: {
            current_password: string;
            new_password: string;
        };
        /** @description All codes that filters take, with their words. */
        Vocabulary: {
            payment_statuses: components["schemas"]["Label"][];
            summaries: components["schemas"]["Label"][];
            stages: components["schemas"]["Label"][];
            /** @description What the filter `queue` takes. */
            queues: components["schemas"]["Label"][];
            payment_methods: components["schemas"]["Label"][];
            kinds: components["schemas"]["Label"][];
        };
        /** @enum {string} */
        ProfileId: "neutral" | "client-gallery" | "web-shop" | "swiss-shop" | "event-registration" | "nordic-shop";
        Profile: {
            id: components["schemas"]["ProfileId"];
            label: string;
            description: string;
            settings: {
                [key: string]: unknown;
            };
            states: components["schemas"]["State"][];
            payment_methods: components["schemas"]["PaymentMethod"][];
        };
        ProfileList: {
            items: components["schemas"]["Profile"][];
            next_cursor: null;
        };
        State: {
            id: string;
            stage: components["schemas"]["Stage"];
            stage_label: string;
            label: string;
            /** @description A name of the palette or `#rrggbb`; it only tints the dot. */
            color: string;
            /** @description New orders start here; nobody can choose it. */
            initial_only: boolean;
            /** @description The buyer sees it. */
            published: boolean;
        };
        PaymentMethod: {
            id: string;
            label: string;
            /** @enum {string} */
            kind: "gateway" | "offline" | "on_delivery" | "free";
            on: boolean;
        };
        /** @enum {string} */
        Stage: "new" | "processing" | "on_hold" | "shipped" | "completed" | "cancelled";
        /** @enum {string} */
        SummaryStatus: "draft" | "abandoned" | "refunded" | "cancelled" | "refunded_cancelled" | "unpaid" | "open" | "partial" | "complete";
        /** @enum {string} */
        PaymentStatus: "review" | "not_required" | "refunded" | "partially_refunded" | "paid" | "partially_paid" | "authorized" | "on_delivery" | "authorization_expired" | "failed" | "voided" | "pending" | "awaiting";
        /** @enum {string} */
        LineKind: "goods" | "digital" | "ticket" | "service" | "fee";
        /** @description A text in the product's languages; an empty one falls back to English. */
        Words: {
            en?: string;
            fr?: string;
            da?: string;
            de?: string;
        };
        StateSettings: {
            id: string;
            stage: components["schemas"]["Stage"];
            stage_label: string;
            /** @description In the caller's language. */
            label: string;
            labels: components["schemas"]["Words"];
            color: string;
            initial_only: boolean;
            published: boolean;
            /** @description From which states it may be chosen; empty: from any. */
            allowed_from: string[];
            /** @description How many orders stand in it, exact up to 10,000. */
            orders: number;
            orders_is_estimate: boolean;
        };
        StateSettingsList: {
            /** @description The shop's version, for If-Match. */
            version: number;
            /** @description The list is not the profile's own. */
            is_changed: boolean;
            items: components["schemas"]["StateSettings"][];
        };
        StatesReplace: {
            states: {
                id: string;
                stage: components["schemas"]["Stage"];
                labels: components["schemas"]["Words"];
                /** @description A name of the palette or `#rrggbb`; grey when left out. */
                color?: string;
                initial_only?: boolean;
                published?: boolean;
                allowed_from?: string[];
            }[];
        };
        DunningStep: {
            /** @description Days after the order was placed. */
            day: number;
            /** @enum {string} */
            action: "remind" | "delete";
            /** @description Done by itself; else it becomes a task for a person. */
            automatic?: boolean;
        };
        MethodSettings: {
            on: boolean;
            /** @description Only for customers it was allowed for. */
            per_customer: boolean;
            labels: components["schemas"]["Words"];
            instructions: components["schemas"]["Words"];
            /**
             * @description Null: as the shop says.
             * @enum {string|null}
             */
            invoice_at: "order" | "payment" | "dispatch" | "manual" | null;
            dunning: components["schemas"]["DunningStep"][];
            /** @description So many bank days after its day a step of the schedule is acted on. */
            grace_days: number;
            authorization_days: number;
        };
        MethodSettingsRow: {
            id: string;
            /** @enum {string} */
            kind: "gateway" | "offline" | "on_delivery" | "free";
            /** @description In the caller's language. */
            label: string;
            settings: components["schemas"]["MethodSettings"];
            /** @description As the profile has it; null for a method of the shop's own. */
            defaults: components["schemas"]["MethodSettings"] | null;
        };
        MethodSettingsList: {
            /** @description The shop's version, for If-Match. */
            version: number;
            items: components["schemas"]["MethodSettingsRow"][];
        };
        WordsPatch: {
            en?: string | null;
            fr?: string | null;
            da?: string | null;
            de?: string | null;
        };
        MethodPatch: {
            on?: boolean | null;
            per_customer?: boolean | null;
            labels?: components["schemas"]["WordsPatch"] | null;
            instructions?: components["schemas"]["WordsPatch"] | null;
            /** @enum {string|null} */
            invoice_at?: "order" | "payment" | "dispatch" | "manual" | null;
            dunning?: components["schemas"]["DunningStep"][] | null;
            grace_days?: number | null;
            authorization_days?: number | null;
        };
        NumberRange: {
            /** @enum {string} */
            series: "order" | "invoice" | "credit_note" | "delivery_note" | "receipt";
            /** @description `{year}` and `{yy}` in it stand for the year. */
            prefix: string;
            /** @description From 1 again with each year; the prefix then holds the year. */
            restarts_yearly: boolean;
            /** Format: int64 */
            next_number: number;
            /** @description Digits at least; shorter numbers are filled up with zeros. */
            width: number;
            /** @description The next number as it will be written. */
            preview: string;
        };
        NumberRangeList: {
            items: components["schemas"]["NumberRange"][];
            next_cursor: null;
        };
        NumberRangePatch: {
            /** @description Letters, digits, `-`, `/`, `.`, `_` and `{year}` or `{yy}`; what it stands for does not end in a digit. */
            prefix?: string;
            /** Format: int64 */
            next_number?: number;
            width?: number;
            restarts_yearly?: boolean;
        };
        ShopCreate: {
            id: string;
            name: string;
            /** @description The id of a profile, see `GET /api/v1/profiles`. */
            profile: string;
            /** @description An ISO 4217 code. */
            currency: string;
            language: components["schemas"]["Language"];
            /** @description A name of the IANA time zone database. */
            timezone: string;
            /** @default false */
            sandbox: boolean;
            legal?: components["schemas"]["Legal"];
            bank_accounts?: components["schemas"]["BankAccount"][];
            mail?: components["schemas"]["ShopMail"];
            settings?: {
                [key: string]: unknown;
            };
        };
        ShopPatch: {
            name?: string;
            profile?: string;
            language?: components["schemas"]["Language"];
            timezone?: string;
            legal?: components["schemas"]["Legal"];
            bank_accounts?: components["schemas"]["BankAccount"][];
            mail?: components["schemas"]["ShopMail"];
            papers?: components["schemas"]["PapersPatch"];
            personal_data?: components["schemas"]["RetentionPatch"];
            /** @description What the shop has otherwise than its profile, as a merge patch (RFC 7396); `GET /profiles` shows the members. */
            settings?: {
                /** @description The days on which banks book money; a schedule's `grace_days` are counted in them. */
                bank_days?: {
                    /**
                     * @description Whose holidays count beside weekends: none, those of euro transfers, of Swiss or of Danish banks.
                     * @enum {string}
                     */
                    holidays?: "none" | "target" | "swiss" | "danish";
                    /** @description The shop's own, such as 2026-12-24. */
                    closed?: string[];
                } | null;
                /** @description By how much, in the minor unit, a transfer that names one order may be off and is still booked by itself; what is missing stays due, what is too much is owed back. */
                bank_tolerance?: number | null;
                /** @description For how many days after delivery buyers may withdraw; 0: it is not offered. */
                withdrawal_days?: number | null;
                /** @description For how many days after delivery buyers may register returns; 0: not at all. */
                return_days?: number | null;
                /** @description How often each file may be fetched; 0: without a limit. */
                download_limit?: number | null;
                /** @description For how many days after access was granted; 0: for ever. */
                download_days?: number | null;
            } & {
                [key: string]: unknown;
            };
            /** @description Answers the shop as it would be, and changes nothing. */
            dry_run?: boolean;
        };
        Shop: {
            id: string;
            name: string;
            profile: components["schemas"]["ProfileId"];
            currency: string;
            /** @description Digits of the minor unit. */
            readonly currency_exponent: number;
            language: components["schemas"]["Language"];
            timezone: string;
            sandbox: boolean;
            legal: components["schemas"]["Legal"];
            bank_accounts: components["schemas"]["BankAccount"][];
            mail: components["schemas"]["ShopMail"];
            papers: components["schemas"]["Papers"];
            personal_data: components["schemas"]["Retention"];
            settings: {
                [key: string]: unknown;
            };
            readonly states: components["schemas"]["State"][];
            readonly payment_methods: components["schemas"]["PaymentMethod"][];
            vocabulary: components["schemas"]["Vocabulary"];
            /** @description The status columns of the list. */
            readonly list_shows: ("payment" | "state" | "summary")[];
            /**
             * @description How a change of state on the order page takes effect.
             * @enum {string}
             */
            readonly apply: "button" | "immediate";
            /** @description The list's columns at first, in order. */
            readonly columns: string[];
            /** @description What the owner should know, such as `smtp_missing`. */
            readonly warnings: components["schemas"]["Warning"][];
            /** @description Rises with every change of the shop; its entity tag. */
            readonly version: number;
        };
        Warning: {
            code: string;
            text: string;
        };
        ShopList: {
            items: components["schemas"]["Shop"][];
            next_cursor: string | null;
        };
        Legal: {
            name?: string;
            address?: components["schemas"]["Address"];
            vat_id?: string;
            registration?: string;
        };
        BankAccount: {
            iban: string;
            bic?: string;
            name?: string;
        };
        ShopMail: {
            sender_name?: string;
            sender_address?: string;
            /** @description At most so many mails of the shop leave in any minute; the others wait their turn. 0 is no limit. */
            per_minute?: number;
            /** @description Who is told of every new order. */
            operators?: string[];
            /** @description Who of the staff hears of what else. */
            rules?: components["schemas"]["StaffRule"][];
            /** @description Of the shop in its mails, as #rrggbb; links in it are darkened until they can be read. Empty: the program's own. */
            color?: string;
            /** @description The https address of a picture, shown above each mail instead of the shop's name. */
            logo_url?: string;
            /** @description Told at the end of each mail, like the website. */
            phone?: string;
            /** @description An address that begins with https:// or http://. */
            website?: string;
            /** @description No mail to a buyer's address that mail came back from; each one is on record as `address_returned`. */
            skips_returned?: boolean;
        };
        StaffRule: {
            to: string;
            /** @description `order_placed_operator` is the new order with all details; any other is a copy of that mail to the buyer, sent when that one is. */
            events: components["schemas"]["MailEvent"][];
            /** @description SKUs; empty is every order. */
            articles?: string[];
        };
        Buyer: {
            name?: string;
            email?: string;
            phone?: string;
            company?: string;
            vat_id?: string;
            /** @description What the buyer wants to read on documents: a cost centre, a routing id. */
            reference?: string;
        };
        Address: {
            /** @description The recipient when it is not the buyer. */
            name?: string;
            company?: string;
            line1?: string;
            line2?: string;
            postal_code?: string;
            city?: string;
            region?: string;
            /** @description An ISO 3166 code of two letters. */
            country?: string;
        };
        Attendee: {
            name?: string;
            email?: string;
        };
        OrderCreate: {
            external_id?: string;
            /** @default api */
            channel: string;
            /** @default false */
            draft: boolean;
            currency: string;
            language?: components["schemas"]["Language"];
            /** @default true */
            prices_include_tax: boolean;
            placed_at?: components["schemas"]["Time"];
            buyer: components["schemas"]["Buyer"] & Record<string, never>;
            billing_address?: components["schemas"]["Address"] | null;
            shipping_address?: components["schemas"]["Address"] | null;
            lines: components["schemas"]["LineCreate"][];
            shipping?: components["schemas"]["ShippingCreate"] | null;
            discount?: components["schemas"]["Money"];
            promo_code?: string;
            payment?: {
                method: string;
            };
            payments?: components["schemas"]["PaymentCreate"][];
            /** @description What the buyer wrote. */
            note?: string;
            tags?: string[];
            notify_on_state?: boolean;
            /**
             * @description Only says what would happen.
             * @default false
             */
            dry_run: boolean;
        };
        LineCreate: {
            sku?: string;
            name: string;
            kind?: components["schemas"]["LineKind"];
            quantity: number;
            unit_price: components["schemas"]["Money"];
            discount?: components["schemas"]["Money"];
            /** @description Per cent as a decimal. */
            tax_rate?: string;
            attendees?: components["schemas"]["Attendee"][];
        };
        ShippingCreate: {
            method?: string;
            name?: string;
            amount?: components["schemas"]["Money"];
            tax_rate?: string;
            /** @default false */
            pickup: boolean;
        };
        PaymentCreate: {
            method: string;
            provider?: string;
            reference?: string;
            /** @enum {string} */
            status: "initiated" | "authorized" | "captured" | "failed";
            amount: components["schemas"]["Money"];
            expires_at?: components["schemas"]["Time"] | null;
        };
        OrderPatch: {
            buyer?: components["schemas"]["Buyer"];
            billing_address?: components["schemas"]["Address"] | null;
            shipping_address?: components["schemas"]["Address"] | null;
            note?: string;
            promo_code?: string;
            language?: components["schemas"]["Language"];
            notify_on_state?: boolean;
            tags?: string[];
            assignee?: string | null;
            /** @description The reference outside; one order's own in its channel. */
            external_id?: string | null;
            /** @description How the delivery is worded; its amounts change with the content only. */
            shipping?: {
                name: string;
            };
        };
        Order: {
            /** @description Names, addresses and words are gone since; null while there are people. */
            people_erased_at: components["schemas"]["Time"] | null;
            id: string;
            number: string;
            shop: string;
            version: number;
            revision: number;
            /** @description Not placed yet. */
            draft: boolean;
            channel: string;
            external_id: string | null;
            summary: components["schemas"]["Summary"];
            payment_status: components["schemas"]["PaymentStatus"];
            payment_label: string;
            state: components["schemas"]["OrderState"];
            next_step: components["schemas"]["NextStep"];
            currency: string;
            currency_exponent: number;
            language: components["schemas"]["Language"];
            prices_include_tax: boolean;
            totals: components["schemas"]["Totals"];
            buyer: components["schemas"]["Buyer"];
            billing_address: components["schemas"]["Address"] | null;
            shipping_address: components["schemas"]["Address"] | null;
            lines: components["schemas"]["Line"][];
            shipping: components["schemas"]["Shipping"] | null;
            payment_method: string;
            payment_method_label: string;
            payments: components["schemas"]["Payment"][];
            chargebacks: components["schemas"]["Chargeback"][];
            provider_calls: components["schemas"]["ProviderCall"][];
            refunds: components["schemas"]["Refund"][];
            shipments: components["schemas"]["Shipment"][];
            documents: components["schemas"]["Document"][];
            /** @description What the buyer asked for, oldest first. */
            requests: components["schemas"]["Request"][];
            actions: components["schemas"]["Action"][];
            /** @description The shop's states, and which of them the order may move to now. */
            state_choices: components["schemas"]["StateChoice"][];
            promo_code: string;
            note: string;
            tags: string[];
            assignee: string | null;
            notify_on_state: boolean;
            placed_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
            /** @description An invoice stands; content and money are locked. */
            invoiced: boolean;
            /** @description A revision is kept beside it, see `/orders/{id}/draft`. */
            has_draft: boolean;
            /** @description What a timer asks a person to do about it. */
            task: {
                id: components["schemas"]["TaskId"];
                label: string;
            } | null;
            /**
             * Format: date-time
             * @description Until then the last change of state can be taken back.
             */
            undo_until: string | null;
            /** @description It stands in the register of removed orders only. */
            removed: {
                at: components["schemas"]["Time"];
                by: string;
                reason: string;
            } | null;
            /** @description Only with `?at=`: the event after which it looked so. */
            as_of?: number;
            /** @description The buyer's page, for roles that may show it; null where there is none. */
            customer_url: string | null;
        };
        Summary: {
            status: components["schemas"]["SummaryStatus"];
            /** @description Units still wanted. */
            active: number;
            /** @description Units ordered. */
            total: number;
            label: string;
        };
        OrderState: {
            id: string;
            stage: components["schemas"]["Stage"];
            label: string;
            stage_label: string;
            color: string;
        };
        /** @description The one thing to do next, in words; null when there is nothing. */
        NextStep: {
            id: string;
            queue: components["schemas"]["Queue"];
            text: string;
            /** @description The action that carries it out; null where a person has to look first. */
            action: string | null;
        } | null;
        /** @enum {string} */
        TaskId: "none" | "remind" | "remove";
        /** @enum {string} */
        Queue: "none" | "drafts" | "to_check" | "to_refund" | "on_hold" | "to_collect" | "to_ship" | "to_capture" | "to_finish" | "to_answer";
        StateChoice: {
            id: string;
            stage: components["schemas"]["Stage"];
            label: string;
            color: string;
            allowed: boolean;
            reason: string | null;
            reason_text: string | null;
            warning: string | null;
            warning_text: string | null;
        };
        Action: {
            id: string;
            label: string;
            allowed: boolean;
            /** @description Why not. */
            reason: string | null;
            reason_text: string | null;
            /** @description Advice; the action stays allowed. */
            warning: string | null;
            warning_text: string | null;
        };
        Totals: {
            lines: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            cancelled: components["schemas"]["Money"];
            allowances: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            held: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            owed_back: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            /** @description The tax by rate. */
            taxes?: components["schemas"]["TaxSum"][];
        };
        TaxSum: {
            rate: string;
            net: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
        };
        Line: {
            id: string;
            sku: string;
            name: string;
            kind: components["schemas"]["LineKind"];
            quantity: number;
            cancelled: number;
            refunded: number;
            shipped: number;
            returned: number;
            /** @description Set aside in the stock for this order and still in the house. */
            reserved: number;
            /** @description Goods still wanted that have not left. */
            to_ship: number;
            /** @description Shipped and not come back. */
            returnable: number;
            /** @description Of those that came back: sent anew. */
            exchanged: number;
            /** @description Of a digital line: whether it can be downloaded. */
            access: components["schemas"]["Access"] | null;
            access_label: string | null;
            /** @description From when the limits of downloads count. */
            granted_at: components["schemas"]["Time"] | null;
            /** @description When the first of its files was fetched. */
            used_at: components["schemas"]["Time"] | null;
            unit_price: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            tax_rate: string;
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            units: components["schemas"]["Unit"][];
        };
        /** @enum {string} */
        Access: "none" | "granted" | "revoked" | "blocked";
        Unit: {
            id: string;
            attendee: components["schemas"]["Attendee"];
            /** @enum {string} */
            status: "active" | "cancelled" | "refunded";
            status_label?: string;
            access: components["schemas"]["Access"];
            access_label?: string;
            /** @description When it was let in. */
            admitted_at: components["schemas"]["Time"] | null;
            /** @description Where, as the gate calls itself. */
            admitted_gate: string | null;
            /** @description What a gate scans; only for roles that may see it. */
            code?: string;
            /** @description The ticket as PDF; null while it is not paid. */
            ticket_url: string | null;
            actions: components["schemas"]["Action"][];
        };
        /** @description A ticket with what it is for, what it opens, and its order. */
        OrderUnit: components["schemas"]["Unit"] & {
            line: string;
            sku: string;
            /** @description What the ticket is for. */
            name: string;
            /** @description The article's id. */
            article: string | null;
            starts_at: components["schemas"]["Time"] | null;
            venue: string | null;
            /** @description What it opens now, and why not. */
            doors: components["schemas"]["TicketDoor"][];
            order: string;
            order_number: string;
            order_version: number;
            buyer: {
                name: string;
                email: string;
            };
        };
        TicketDoor: {
            /** @enum {string} */
            id: "ticket" | "check_in" | "registration";
            label: string;
            open: boolean;
            reason: string | null;
            reason_text: string | null;
        };
        UnitPatch: {
            name?: string;
            email?: string;
            /** @description Only what was written wrongly is corrected. */
            keep_code?: boolean;
        };
        UnitSend: {
            to?: string;
        };
        Scan: {
            code: string;
            /** @description As the gate calls itself. */
            gate?: string;
            /** @description The gate's own moment, where it was not connected. */
            at?: components["schemas"]["Time"];
        };
        ScanBatch: {
            admissions: components["schemas"]["Scan"][];
        };
        ScanAnswer: components["schemas"]["ScannedTicket"] & {
            /** @enum {string} */
            result: "admitted" | "already_admitted" | "cancelled" | "refunded" | "unpaid" | "blocked" | "replaced" | "unknown";
            /** @description The same in words, in the language that was asked for. */
            text: string;
        };
        ScanAnswers: {
            items: components["schemas"]["ScanAnswer"][];
            next_cursor: string | null;
        };
        ScannedTicket: {
            unit: string | null;
            attendee: string | null;
            /** @description What the ticket is for. */
            line: string | null;
            /** @description Of the first admission. */
            admitted_at: components["schemas"]["Time"] | null;
            gate: string | null;
            /** @description Only for who may read orders, as is the number. */
            order?: string | null;
            order_number?: string | null;
        };
        /** @description One of the two. */
        ScanUndo: {
            code?: string;
            unit?: string;
        };
        CheckInList: {
            shop: string;
            issued_at: components["schemas"]["Time"];
            valid_until: components["schemas"]["Time"];
            /** @description Ed25519, 32 bytes in URL-safe base64. */
            public_key: string;
            /** @description What the tickets are for. */
            lines: string[];
            /** @description Fingerprint of the code; `o` open, `c` cancelled, `r` refunded, `b` blocked, `u` unpaid; who goes; which of the lines; when it was let in (milliseconds since 1970), or 0. */
            tickets: [
                string,
                "o" | "c" | "r" | "b" | "u",
                string,
                number,
                number
            ][];
        };
        Shipping: {
            method: string;
            name: string;
            amount: components["schemas"]["Money"];
            tax_rate: string;
            tax?: components["schemas"]["Money"];
            total?: components["schemas"]["Money"];
            pickup: boolean;
            /** @description No longer owed. */
            cancelled?: boolean;
        };
        Payment: {
            id: string;
            method: string;
            method_label: string;
            provider: string;
            reference: string;
            /** @enum {string} */
            status: "initiated" | "pending" | "authorized" | "captured" | "failed" | "voided" | "expired" | "unknown";
            status_label: string;
            amount: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description What an authorisation still holds.
             */
            reserved: number;
            /**
             * Format: int64
             * @description What the provider keeps of it; it does not come back with a refund.
             */
            fee: number;
            /** @description The provider's account that took the money: a refund needs the same one. */
            account?: string | null;
            /** @description Of a payment that the buyer is asked for by a link that is still good: its path below the program's address. */
            link?: string | null;
            /** @description Who bears a fraud, as the provider says it. */
            guarantee: string | null;
            /**
             * Format: int64
             * @description What it still holds.
             */
            refundable?: number;
            /**
             * @description Who said so.
             * @enum {string}
             */
            source?: "gateway" | "operator" | "bank";
            source_label?: string;
            at: components["schemas"]["Time"];
            expires_at?: components["schemas"]["Time"] | null;
        };
        /** @description What was asked of a payment provider, and what it answered. It is on disk before it leaves; without an answer it is looked up, never repeated blindly. */
        ProviderCall: {
            id: string;
            payment: string;
            /** @enum {string} */
            kind: "capture" | "void" | "refund" | "check";
            kind_label: string;
            amount: components["schemas"]["Money"];
            /**
             * @description Held: it leaves when the change that asked for it can't be undone any more. Withdrawn: that change was undone before.
             * @enum {string}
             */
            status: "held" | "waiting" | "unknown" | "done" | "declined" | "withdrawn";
            status_label: string;
            /** @description Why it was declined. */
            reason: string | null;
            reason_text: string | null;
            at: components["schemas"]["Time"];
            /** @description Of a held one: when it leaves. */
            leaves_at: components["schemas"]["Time"] | null;
            settled_at: components["schemas"]["Time"] | null;
        };
        Refund: {
            id: string;
            payment: string | null;
            amount: components["schemas"]["Money"];
            /**
             * @description Through the provider, done outside, or promised.
             * @enum {string}
             */
            execution: "gateway" | "recorded" | "initiated";
            execution_label: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            status_label: string;
            /**
             * @description For units and what was owed back, or beyond that.
             * @enum {string}
             */
            purpose: "units" | "goodwill";
            /** @description The buyer owes the amount again. */
            reopens_due: boolean;
            /** @description The promised refund that this entry carries out. */
            settles: string | null;
            /**
             * Format: int64
             * @description Of a promise: what is still to be done.
             */
            open: number;
            reference: string;
            at: components["schemas"]["Time"];
        };
        LinePart: {
            line: string;
            quantity: number;
        };
        Shipment: {
            id: string;
            at: components["schemas"]["Time"];
            tracking: components["schemas"]["Tracking"];
            /** Format: date-time */
            label_printed_at: string | null;
            /**
             * Format: date-time
             * @description At the carrier; `GET /shipments/{id}/label` gives it.
             */
            label_bought_at: string | null;
            /** Format: date-time */
            handed_over_at: string | null;
            /** Format: date-time */
            delivered_at: string | null;
            lines: components["schemas"]["LinePart"][];
            /** @description What may be done with the parcel: `buy-label`. */
            actions: components["schemas"]["Action"][];
        };
        /** @description A parcel with its order. */
        OrderShipment: components["schemas"]["Shipment"] & {
            /** @description The id of its order. */
            order: string;
            order_number: string;
            /** @description The order's version, which is the ETag. */
            order_version: number;
        };
        LabelRequest: {
            /** @description Another one, though there is one or nobody knows whether. */
            again?: boolean;
            /** Format: int64 */
            weight_grams?: number;
        };
        BoughtLabel: {
            /** @description False: it was there already. */
            bought: boolean;
            /** @description Where the label is. */
            url: string;
            /** @description In the carrier's words, and in ours when not all of an address had room. */
            warnings: string[];
            /** @description The id of the parcel's order. */
            order: string;
        };
        LabelAccount: {
            carrier: string;
            name: string;
            client_id: string;
            /** @description Under which parcels are franked. */
            licence: string;
            product: string;
            product_label: string;
            size: string;
            /** @description False: its secret was sealed with a key that is not here any more. */
            readable: boolean;
            connected_at: components["schemas"]["Time"];
        };
        LabelServiceList: {
            items: components["schemas"]["LabelAccount"][];
            next_cursor: string | null;
            /** @description The carriers whose labels can be bought. */
            carriers: {
                id: string;
                name: string;
                products: components["schemas"]["Label"][];
                sizes: string[];
            }[];
        };
        LabelServiceConnect: {
            client_id?: string;
            /** @description Left out it stays. */
            secret?: string;
            /** @description Of Swiss Post: eight digits. */
            licence?: string;
            product?: string;
            size?: string;
        };
        ShipmentPatch: {
            tracking?: components["schemas"]["Tracking"] | null;
        };
        Moment: {
            at?: components["schemas"]["Time"];
        };
        Tracking: {
            carrier?: string;
            number?: string;
            url?: string;
        };
        Document: {
            id: string;
            /** @description How it went to the accounting program; null: it was not handed over, or was not asked for. */
            accounting: components["schemas"]["DocumentTransfer"] | null;
            kind: components["schemas"]["DocumentKind"];
            kind_label: string;
            /** @description From the shop's range; a draft and a preview have none. */
            number: string | null;
            /** @description A draft or pro-forma: it locks nothing. */
            draft: boolean;
            issued_at: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description What it is about, tax included; of a credit note what it takes back.
             */
            amount: number;
            tax: components["schemas"]["Money"];
            /** @description Of a credit note: the invoice, by id; of a delivery note: the parcel. */
            refers_to: string | null;
            /** @description A delivery note with a slip to send goods back. */
            return_slip: boolean;
            /** @description Its parts, which add up to it; of a delivery note what is in the parcel. */
            lines: components["schemas"]["DocumentPart"][];
        };
        /** @enum {string} */
        DocumentKind: "order_form" | "invoice" | "receipt" | "credit_note" | "delivery_note" | "ticket";
        DocumentPart: {
            /** @description By id; null for shipping and for an amount of the whole order. */
            line: string | null;
            shipping: boolean;
            quantity: number;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            tax: number;
        };
        IssuedDocument: {
            id: string;
            kind: components["schemas"]["DocumentKind"];
            kind_label: string;
            number: string;
            /** @description The id of its order. */
            order: string;
            order_number: string;
            issued_at: components["schemas"]["Time"];
            currency: string;
            currency_exponent: number;
            /**
             * Format: int64
             * @description What it is about, tax included; of a credit note what it takes back.
             */
            amount: number;
            /** Format: int64 */
            tax: number;
        };
        IssuedDocumentList: {
            items: components["schemas"]["IssuedDocument"][];
            next_cursor: string | null;
        };
        Logo: {
            /** @description The digest of the picture; null: none. */
            logo: string | null;
        };
        /** @enum {string} */
        EInvoiceForm: "cii" | "xrechnung" | "peppol";
        EInvoice: {
            form: components["schemas"]["EInvoiceForm"];
            available: boolean;
            /** @description What the form wants and the document does not say. */
            missing: components["schemas"]["Warning"][];
        };
        IssuedDocumentWhole: {
            id: string;
            kind: components["schemas"]["DocumentKind"];
            kind_label: string;
            number: string;
            /** @description The id of its order. */
            order: string;
            order_number: string;
            issued_at: components["schemas"]["Time"];
            currency: string;
            currency_exponent: number;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            tax: number;
            /**
             * Format: int64
             * @description Its place in its series, from 1.
             */
            position: number;
            /** @description Covers the document and the digest before it. */
            digest: string;
            /** @description Its people were erased; only the digest stands for what it said. */
            erased: boolean;
            /** @description Of invoices and credit notes. */
            einvoices: components["schemas"]["EInvoice"][];
        };
        InvoiceCreate: {
            /**
             * @description A draft: no number, and nothing is locked.
             * @default false
             */
            draft: boolean;
            /**
             * @description Mails it to the buyer, too.
             * @default false
             */
            send: boolean;
            /** @default false */
            dry_run: boolean;
        };
        CorrectInvoice: {
            /** @description Markdown; it goes into the timeline. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        DeliveryNoteCreate: {
            /** @description The parcel, by id; left out, what is still to ship, or where all has left the latest parcel. */
            shipment?: string;
            /** @description With a slip to send goods back; left out, as the shop has it. */
            return_slip?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        SendDocument: {
            /** @description By id. */
            document?: string;
            /** @description Another address than the buyer's. */
            to?: string;
            /** @description Markdown; it goes into the mail. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        PrintBatch: {
            /** @enum {string} */
            kind: "order_form" | "invoice" | "credit_note" | "delivery_note" | "receipt" | "pick_list" | "supplier_list";
            /** @description A pick list takes 500 at most. */
            orders?: string[];
            /** @description Parameters of the list, each a value or a list of values. */
            filter?: {
                [key: string]: unknown;
            };
            /**
             * @description The order of the papers of a `filter`: one of the list's.
             * @default -placed_at
             */
            sort: string;
            /** @description Of delivery notes that are issued by it. */
            return_slip?: boolean;
        };
        SeriesFault: {
            /** @enum {string} */
            code: "gap" | "out_of_order" | "row_missing" | "row_changed" | "content_changed" | "chain_broken" | "order_differs" | "end_missing" | "unregistered";
            text: string;
            /** Format: int64 */
            position: number;
            /** @description The document concerned. */
            number: string;
            /** @description What was expected. */
            detail: string;
        };
        RangeMove: {
            at: components["schemas"]["Time"];
            /** @description Who moved it. */
            by: string;
            /**
             * Format: int64
             * @description The next number before.
             */
            from: number;
            /**
             * Format: int64
             * @description The next number after.
             */
            to: number;
        };
        SeriesProof: {
            kind: components["schemas"]["DocumentKind"];
            kind_label: string;
            /**
             * Format: int64
             * @description Documents looked at in this call.
             */
            checked: number;
            done: boolean;
            /**
             * Format: int64
             * @description Where to go on; null when it is done.
             */
            next: number | null;
            first_number: string;
            last_number: string;
            /** @description Written down elsewhere, it proves that nothing before it changed since. */
            last_digest: string;
            last_issued_at: components["schemas"]["Time"] | null;
            /**
             * Format: int64
             * @description Documents whose people were erased.
             */
            erased: number;
            /** Format: int64 */
            fault_count: number;
            /** @description The first hundred. */
            faults: components["schemas"]["SeriesFault"][];
            /** @description Jumps that somebody made by hand. */
            moves: components["schemas"]["RangeMove"][];
        };
        Papers: {
            /** @description As #rrggbb. Empty: that of the shop's mails. */
            color: string;
            /**
             * @description Where the address is read through the envelope.
             * @enum {string}
             */
            window: "by_country" | "left" | "right";
            footer: string[];
            /** @description Why the shop charges no tax, in its own words. */
            exemption_reason: string;
            /** @description An invoice that is not paid yet is due so many days after its own. */
            payment_days: number;
            /** @description Delivery notes have a slip to send goods back. */
            return_slips: boolean;
            /** @description The digest of the picture; null: none. */
            logo: string | null;
        };
        PapersPatch: {
            /** @description As #rrggbb. Empty: that of the shop's mails. */
            color?: string;
            /**
             * @description Where the address is read through the envelope.
             * @enum {string}
             */
            window?: "by_country" | "left" | "right";
            footer?: string[];
            /** @description Why the shop charges no tax, in its own words. */
            exemption_reason?: string;
            /** @description An invoice that is not paid yet is due so many days after its own. */
            payment_days?: number;
            /** @description Delivery notes have a slip to send goods back. */
            return_slips?: boolean;
        };
        Retention: {
            /** @description Invoices and credit notes keep the names on them for so many years after the one they were issued in, whoever is erased. The law has them kept for at least five. */
            keep_documents_years: number;
            /** @description The people of orders that are done are erased by themselves so many months after the last change; 0: never. */
            erase_after_months: number;
            /** @description The timelines of orders that are done move to the archive so many months after the last change, and are read as before; 0: never. */
            archive_after_months: number;
        };
        RetentionPatch: {
            /** @description Invoices and credit notes keep the names on them for so many years after the one they were issued in, whoever is erased. The law has them kept for at least five. */
            keep_documents_years?: number;
            /** @description The people of orders that are done are erased by themselves so many months after the last change; 0: never. */
            erase_after_months?: number;
            /** @description The timelines of orders that are done move to the archive so many months after the last change, and are read as before; 0: never. */
            archive_after_months?: number;
        };
        CustomerErasure: {
            dry_run: boolean;
            customer: string;
            /** @description Orders whose people are erased. */
            orders: number;
            /** @description Orders whose people were gone already. */
            erased_before: number;
            /** @description Invoices and credit notes, which stay as they were issued. */
            documents_kept: number;
            /** @description For so many years after the one they were issued in. */
            keep_documents_years: number;
            /** @description Orders that are not done. While there is one, nobody is erased. */
            open: {
                order: string;
                number: string;
                /** @description What is open: request_still_open, refund_still_owed, money_still_open, goods_still_to_ship or draft_order. */
                code: string;
                detail: string;
            }[];
            /** @description Erases the orders' people; null where there is nothing to erase. */
            job: components["schemas"]["Job"] | null;
        };
        EraseCustomer: {
            /** @description Says what would happen, and changes nothing. */
            dry_run?: boolean;
        };
        PersonalDataRequest: {
            email: string;
        };
        PersonalData: {
            made_at: components["schemas"]["Time"];
            shop: {
                [key: string]: unknown;
            };
            keep_documents_years: number;
            /** @description All that the person ordered with. */
            emails: string[];
            blocked_addresses: string[];
            customer: {
                [key: string]: unknown;
            } | null;
            /** @description With lines, payments, papers, mails as they left, events and downloads. */
            orders: {
                [key: string]: unknown;
            }[];
        };
        OrderRow: {
            id: string;
            number: string;
            shop: string;
            version: number;
            summary: components["schemas"]["Summary"];
            payment_status: components["schemas"]["PaymentStatus"];
            payment_label: string;
            state: components["schemas"]["OrderState"];
            next_step: components["schemas"]["NextStep"];
            currency: string;
            currency_exponent: number;
            total: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            owed_back: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description What cards hold and have not paid.
             */
            hold: number;
            /**
             * Format: date-time
             * @description When the first of the holds ends.
             */
            hold_until: string | null;
            quantity: number;
            buyer: {
                name: string;
                email: string;
                company: string;
                city: string;
                country: string;
            };
            payment_method: string;
            payment_method_label: string;
            promo_code: string;
            channel: string;
            placed_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
            has_note: boolean;
            /** @description Names, addresses and words are gone; what was bought and paid stays. */
            people_erased: boolean;
            external_id?: string | null;
            assignee?: string | null;
            tags: string[];
            unseen: boolean;
        };
        CappedCount: {
            count: number;
            /** @description There are more than 10,000. */
            count_is_capped: boolean;
        };
        Queues: {
            queues: {
                id: components["schemas"]["Queue"];
                label: string;
                count: number;
                count_is_capped: boolean;
            }[];
            unseen: components["schemas"]["CappedCount"];
            holds: components["schemas"]["CappedCount"];
            holds_ending: components["schemas"]["CappedCount"];
        };
        ViewColumn: {
            id: string;
            /** @description In pixels; without it the column is as wide as it needs. */
            width?: number;
        };
        View: {
            id: string;
            name: string;
            /** @description As in the list's address: `queue=to_ship&sort=-total`. */
            query: string;
            /** @description Empty for the usual columns. */
            columns: components["schemas"]["ViewColumn"][];
            /** @description Everybody who reads the shop's orders sees it. */
            shared: boolean;
            own: boolean;
            /** @description Who made it. */
            by: string;
            may_change: boolean;
            position: number;
            updated_at: components["schemas"]["Time"];
            /** @description Only with `count=true`. */
            count?: number;
            count_is_capped?: boolean;
        };
        ViewList: {
            items: components["schemas"]["View"][];
            next_cursor: null;
        };
        ViewCreate: {
            name: string;
            query: string;
            columns?: components["schemas"]["ViewColumn"][];
            /** @default false */
            shared: boolean;
            position?: number;
        };
        ViewPatch: {
            name?: string;
            query?: string;
            columns?: components["schemas"]["ViewColumn"][];
            shared?: boolean;
            position?: number;
        };
        OrderList: {
            items: components["schemas"]["OrderRow"][];
            next_cursor: string | null;
            /** @description Only with `count=true`. */
            total?: number;
            total_is_estimate?: boolean;
            /** @description With a search and another sort than by time: how many hits the sort covers. */
            sorted_within?: number;
        };
        MarkPaid: {
            /** Format: int64 */
            amount?: number;
            received_at?: components["schemas"]["Time"];
            reference?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        ChangeState: {
            state: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            /** @description Why an order is put on hold. */
            reason?: string;
            notify?: boolean;
            tracking?: components["schemas"]["Tracking"];
            /**
             * @default button
             * @enum {string}
             */
            entry: "button" | "list" | "bulk";
            /** @default false */
            dry_run: boolean;
        };
        /** @description The money of an order at one moment. */
        Figures: {
            total: components["schemas"]["Money"];
            cancelled: components["schemas"]["Money"];
            allowances: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refunds_open: components["schemas"]["Money"];
            held: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            owed_back: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
        };
        ChosenLine: {
            line: string;
            quantity: number;
            /** @description Whether these go back on the shelf. */
            restock?: boolean;
        };
        DryRun: {
            /** @default false */
            dry_run: boolean;
        };
        Mark: {
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        RefundCreate: {
            lines?: components["schemas"]["ChosenLine"][];
            /** @description Tickets by id. */
            units?: string[];
            shipping?: boolean;
            /** Format: int64 */
            amount?: number;
            restock?: boolean;
            /** @description The buyer owes the amount again. */
            reopens_due?: boolean;
            /** @description The request whose goods came back; it is closed by it. */
            request?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        MarkRefunded: {
            /** Format: int64 */
            amount?: number;
            /** @description Tickets by id. */
            units?: string[];
            reference?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        CancelCreate: {
            lines?: components["schemas"]["ChosenLine"][];
            /** @description Tickets by id. */
            units?: string[];
            shipping?: boolean;
            restock?: boolean;
            /** @description For colleagues, never mailed. */
            reason?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        Reopen: {
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        ShipCreate: {
            lines?: components["schemas"]["ChosenLine"][];
            tracking?: components["schemas"]["Tracking"];
            /** @default false */
            label_only: boolean;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        ReturnCreate: {
            lines: components["schemas"]["ChosenLine"][];
            restock?: boolean;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        CreditCreate: {
            lines?: components["schemas"]["ChosenLine"][];
            /** @description Tickets by id. */
            units?: string[];
            shipping?: boolean;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        ReviseLine: {
            /** @description Of a line that stays; without it the line is new. */
            id?: string;
            sku?: string;
            name: string;
            kind?: components["schemas"]["LineKind"];
            /** @description The units wanted from now on. */
            quantity: number;
            unit_price: components["schemas"]["Money"];
            discount?: components["schemas"]["Money"];
            tax_rate?: string;
            attendees?: components["schemas"]["Attendee"][];
        };
        Revise: {
            lines: components["schemas"]["ReviseLine"][];
            /** @description Absent or null means as it is. */
            shipping?: components["schemas"]["ShippingCreate"] | null;
            discount?: components["schemas"]["Money"];
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /**
             * @description Keep it beside the order.
             * @default false
             */
            draft: boolean;
            /** @default false */
            dry_run: boolean;
        };
        ConfirmDraft: {
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        OrderDraft: {
            body: components["schemas"]["Revise"];
            /** @description Who kept it. */
            by: string;
            updated_at: components["schemas"]["Time"];
            /** @description What confirming it would do. */
            preview: components["schemas"]["ActionPreview"] | null;
            /** @description Why it can't be confirmed now. */
            refusal: components["schemas"]["Problem"] | null;
        };
        ResendCreate: {
            to?: string;
            /** @default false */
            dry_run: boolean;
        };
        Capture: {
            /**
             * Format: int64
             * @description What is due, as far as it is reserved, when left out.
             */
            amount?: number;
            /** @default false */
            dry_run: boolean;
        };
        PlainAction: {
            /** @default false */
            dry_run: boolean;
        };
        /** @description Either a subject and a body, or `repeat`. */
        MessageCreate: {
            to?: string;
            subject?: string;
            /** @description Markdown. */
            body?: string;
            /** @description A mail of this order that left (`can_repeat`): its very bytes go once more to whom they went; nothing else is read. */
            repeat?: string;
            /** @default false */
            dry_run: boolean;
        };
        ChangeAccess: {
            /** @description Tickets and digital lines, by id. */
            units?: string[];
            /** @default false */
            dry_run: boolean;
        };
        SendTickets: {
            /** @description Tickets by id. */
            units?: string[];
            /** @description All go to this address; left out, to who goes. */
            to?: string;
            /** @default false */
            dry_run: boolean;
        };
        ReplaceAttendee: {
            /** @description The ticket. */
            unit: string;
            name: string;
            email?: string;
            /**
             * @description Only the spelling was wrong: the code stays.
             * @default false
             */
            keep_code: boolean;
            /** @default false */
            dry_run: boolean;
        };
        UndoAdmission: {
            /** @description The ticket. */
            unit: string;
            /** @default false */
            dry_run: boolean;
        };
        RenewDownloads: {
            /** @description Digital lines by id. */
            lines?: string[];
            /** @default false */
            dry_run: boolean;
        };
        HandOut: {
            /** @description The six digits of the buyer's page. */
            code?: string;
            /** @description Who took it. */
            name?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        AskedLine: {
            line: string;
            /** @description A ticket of the line. */
            unit?: string;
            /** @default 1 */
            quantity: number;
            reason?: components["schemas"]["ReturnReason"];
            /**
             * @description The same again is wanted instead of money.
             * @default false
             */
            exchange: boolean;
        };
        RegisterRequest: {
            kind: components["schemas"]["RequestKind"];
            lines?: components["schemas"]["AskedLine"][];
            /** @description The buyer's words. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        AnswerRequest: {
            request?: string;
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        DeclineRequest: {
            request?: string;
            /** @description The reason, which the buyer reads. */
            note: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        ReceivedLine: {
            line: string;
            /** @default 0 */
            as_new: number;
            /** @default 0 */
            damaged: number;
            /**
             * @description Something else was in the parcel.
             * @default 0
             */
            wrong: number;
            /**
             * @description Of those that came: sent anew instead of refunded.
             * @default 0
             */
            exchange: number;
            /** @description Whether those as new go back on the shelf. */
            restock?: boolean;
        };
        ReceiveReturn: {
            request?: string;
            lines: components["schemas"]["ReceivedLine"][];
            /** @description Markdown; it goes into the mail and the timeline. */
            note?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        /**
         * @description To withdraw from the contract, to cancel what has not left, to send something back.
         * @enum {string}
         */
        RequestKind: "withdrawal" | "cancellation" | "return";
        /** @enum {string} */
        ReturnReason: "none" | "changed_mind" | "too_small" | "too_large" | "not_as_described" | "damaged" | "wrong_item" | "late" | "other";
        /** @description Units of a line that a request names, and what was found when they came back. */
        RequestLine: {
            line: string;
            /** @description Of a ticket. */
            unit: string | null;
            quantity: number;
            reason: components["schemas"]["ReturnReason"];
            reason_label: string;
            exchange_wanted: boolean;
            /** @description Had not left, and was cancelled when the request was approved. */
            cancelled: number;
            /** @description To come back. */
            expected: number;
            as_new: number;
            damaged: number;
            /** @description Something else was in the parcel. */
            wrong: number;
            /** @description Did not come. */
            missing: number;
            /** @description Sent anew instead of refunded. */
            exchanged: number;
        };
        /** @description What the buyer asks for. */
        Request: {
            id: string;
            kind: components["schemas"]["RequestKind"];
            kind_label: string;
            /**
             * @description Approved: goods are on their way back. Received: they are here, and money may be to give back.
             * @enum {string}
             */
            status: "open" | "approved" | "received" | "declined" | "closed";
            status_label: string;
            /** @description What the barcode on its return slip says. */
            slip: string | null;
            asked_at: components["schemas"]["Time"];
            answered_at: components["schemas"]["Time"] | null;
            received_at: components["schemas"]["Time"] | null;
            lines: components["schemas"]["RequestLine"][];
        };
        ReturnSlip: {
            /** @description Its order's id. */
            order: string;
            request: string;
        };
        RemoveOrder: {
            reason?: string;
            notify?: boolean;
            /** @default false */
            dry_run: boolean;
        };
        RemovedOrder: {
            id: string;
            number: string;
            external_id: string | null;
            channel: string;
            currency: string;
            currency_exponent: number;
            total: components["schemas"]["Money"];
            placed_at: components["schemas"]["Time"];
            removed_at: components["schemas"]["Time"];
            removed_by: string;
            reason: string;
            /** @description Attempts that might still bring money. */
            payment_references: string[];
        };
        RemovedOrderList: {
            items: components["schemas"]["RemovedOrder"][];
            next_cursor: string | null;
        };
        PaymentDetails: {
            due: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            method: string;
            method_label: string;
            /** @description Null when there is nothing to transfer; `reason` says why. */
            transfer: components["schemas"]["TransferDetails"] | null;
            /** @enum {string|null} */
            reason: "nothing_due" | "not_by_transfer" | "no_account" | null;
            reason_text: string | null;
        };
        TransferDetails: {
            /** @description Of the account. */
            holder: string;
            iban: string;
            /** @description In groups of four. */
            iban_text: string;
            bic: string | null;
            /**
             * @description 27 digits of a QR-IBAN, RF… of ISO 11649, or the order's number.
             * @enum {string}
             */
            reference_kind: "qrr" | "scor" | "text";
            /** @description Without spaces. */
            reference: string;
            /** @description As it is printed. */
            reference_text: string;
            qr: {
                /** @enum {string} */
                standard: "swiss" | "epc";
                /** @description The text in the code. */
                payload: string;
                /** @description The picture. */
                svg: string;
            } | null;
        };
        UnpaidOrder: {
            id: string;
            number: string;
            /** Format: int64 */
            version: number;
            buyer: {
                name: string;
                email: string;
                company: string;
            };
            currency: string;
            currency_exponent: number;
            due: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            payment_status: components["schemas"]["PaymentStatus"];
            payment_label: string;
            payment_method: string;
            payment_method_label: string;
            /** Format: date-time */
            placed_at: string;
            next_step: components["schemas"]["NextStep"];
            actions: components["schemas"]["Action"][];
            /** @description Since the order was placed, of the shop's calendar. */
            days: number;
            /** @description Reminders of the schedule that were sent. */
            level: number;
            /** @description Reminders that the schedule has. */
            levels: number;
            next_reminder: components["schemas"]["NextDunning"] | null;
            next_removal: components["schemas"]["NextDunning"] | null;
            /**
             * @description What the schedule asks a person to do.
             * @enum {string|null}
             */
            task: "remind" | "remove" | null;
            /** @description A transfer waits to be looked at that may be for this order; until then nobody is reminded by itself. */
            may_be_paid: boolean;
        };
        NextDunning: {
            /** Format: date-time */
            at: string;
            /** @description Else a person is asked to do it. */
            automatic: boolean;
        };
        OpenBalance: {
            method: string;
            method_label: string;
            /** @enum {string} */
            age: "7" | "14" | "30" | "older";
            currency: string;
            currency_exponent: number;
            /** Format: int64 */
            orders: number;
            due: components["schemas"]["Money"];
        };
        UnpaidList: {
            /** @description Of all unpaid orders, whatever the filter; null on the pages after the first. */
            balances: components["schemas"]["OpenBalance"][] | null;
            items: components["schemas"]["UnpaidOrder"][];
            next_cursor: string | null;
        };
        HeldSum: {
            currency: string;
            currency_exponent: number;
            /** Format: int64 */
            orders: number;
            held: components["schemas"]["Money"];
        };
        HeldOrder: {
            id: string;
            number: string;
            /** Format: int64 */
            version: number;
            buyer: {
                name: string;
                email: string;
                company: string;
            };
            currency: string;
            currency_exponent: number;
            due: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            payment_status: components["schemas"]["PaymentStatus"];
            payment_label: string;
            payment_method: string;
            payment_method_label: string;
            /** Format: date-time */
            placed_at: string;
            next_step: components["schemas"]["NextStep"];
            actions: components["schemas"]["Action"][];
            held: components["schemas"]["Money"];
            /** Format: date-time */
            held_until: string | null;
            /**
             * Format: int64
             * @description Pieces of goods that have not left.
             */
            to_ship: number;
        };
        AuthorizationList: {
            /** @description Null on the pages after the first. */
            calendar: {
                /** @description Today and the 13 days after it. */
                days: {
                    /** Format: date */
                    day: string;
                    sums: components["schemas"]["HeldSum"][];
                }[];
                later: {
                    sums: components["schemas"]["HeldSum"][];
                };
                /** @description What runs out before this moment, 48 hours from now. */
                pressing: {
                    /** Format: date-time */
                    until: string;
                    sums: components["schemas"]["HeldSum"][];
                };
            } | null;
            items: components["schemas"]["HeldOrder"][];
            next_cursor: string | null;
        };
        RetryRefund: {
            /** @description Id of the refund; all that failed when left out. */
            refund?: string;
            /** @default false */
            dry_run: boolean;
        };
        RecordChargeback: {
            /**
             * Format: int64
             * @description All that the payment holds when left out.
             */
            amount?: number;
            /** @description Id of the payment; the newest one that holds money when left out. */
            payment?: string;
            /** @description What the acquirer calls the case. */
            reference: string;
            /** @description A code of the list, or the acquirer's own words. */
            reason?: string;
            /**
             * Format: date-time
             * @description Until when it may be answered.
             */
            answer_by?: string;
            /** @description For colleagues. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        DecideChargeback: {
            /** @description What the acquirer calls the case; the open one when left out. */
            reference?: string;
            /** @enum {string} */
            outcome: "won" | "lost";
            /** @description For colleagues. */
            note?: string;
            /** @default false */
            dry_run: boolean;
        };
        /** @description Money that a buyer had the bank take back. It counts as gone unless the case was won. */
        Chargeback: {
            id: string;
            payment: string;
            payment_method_label: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "won" | "lost";
            status_label: string;
            reference: string;
            reason: string | null;
            reason_text: string | null;
            /** @enum {string} */
            source: "gateway" | "operator" | "bank";
            source_label: string;
            /** Format: date-time */
            answer_by: string | null;
            at: components["schemas"]["Time"];
        };
        /** @description What the lists about money show of an order. */
        ListedOrder: {
            id: string;
            number: string;
            /** Format: int64 */
            version: number;
            buyer: {
                name: string;
                email: string;
                company: string;
            };
            currency: string;
            currency_exponent: number;
            due: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            payment_status: components["schemas"]["PaymentStatus"];
            payment_label: string;
            payment_method: string;
            payment_method_label: string;
            /** Format: date-time */
            placed_at: string;
            next_step: components["schemas"]["NextStep"];
            actions: components["schemas"]["Action"][];
        };
        RiskSum: {
            currency: string;
            currency_exponent: number;
            /** Format: int64 */
            chargebacks: number;
            amount: components["schemas"]["Money"];
        };
        ListedChargeback: {
            order: components["schemas"]["ListedOrder"];
            chargeback: components["schemas"]["Chargeback"];
        };
        ChargebackList: {
            /** @description What open chargebacks come to, whatever the filter. */
            at_risk: components["schemas"]["RiskSum"][];
            items: components["schemas"]["ListedChargeback"][];
            next_cursor: string | null;
        };
        ListedRefund: {
            order: components["schemas"]["ListedOrder"];
            refund: components["schemas"]["Refund"];
            /**
             * Format: int64
             * @description What is left of a promise; all of what the provider refused.
             */
            to_make: number;
            /** @description How the money came in. */
            payment_method_label: string;
            payment_reference: string;
            /** @description Why the provider refused. */
            reason: string | null;
            reason_text: string | null;
        };
        RefundsToMake: {
            items: components["schemas"]["ListedRefund"][];
            next_cursor: string | null;
        };
        ExplainedAmount: {
            name: string;
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            rows: {
                /** @description `line`, `shipping`, `capture`, `reversal`, `chargeback`, `refund`, or the name of another amount. */
                kind: string;
                /** @description Of the line, entry or refund. */
                id: string | null;
                label: string;
                amount: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description When the money moved.
                 */
                at: string | null;
            }[];
        };
        BulkCreate: {
            /** @description The id of an action. */
            action: string;
            /** @description The action's body, the same for every order. */
            params?: {
                [key: string]: unknown;
            };
            orders?: string[];
            /** @description Parameters of the list, each a value or a list of values. */
            filter?: {
                [key: string]: unknown;
            };
            /**
             * @description More orders than one job of this action takes go as several, one after the other.
             * @default false
             */
            in_batches: boolean;
            /** @default false */
            dry_run: boolean;
        };
        BulkPreview: {
            /** @constant */
            dry_run: true;
            /** @description How many orders would change. */
            change: number;
            /** @description The others, each with its reason. */
            skip: {
                order: string;
                /** @description Empty when there is no such order. */
                number: string;
                code: string;
                /** @description The reason in words. */
                detail: string;
            }[];
            /** @description How many would leave. */
            mails: number;
            /**
             * Format: int64
             * @description What the ledgers would move by.
             */
            money: number;
            currency: string;
            /** @description How many jobs it would take. */
            batches: number;
        };
        JobItem: {
            position: number;
            order: string;
            /** @enum {string} */
            status: "waiting" | "done" | "refused";
            code: string | null;
            /** @description The reason in words. */
            detail: string | null;
        };
        JobItemList: {
            items: components["schemas"]["JobItem"][];
            next_cursor: string | null;
        };
        OrderOrPreview: components["schemas"]["Order"] | components["schemas"]["ActionPreview"];
        /** @description What an action would do; nothing was changed. */
        ActionPreview: {
            /** @constant */
            dry_run: true;
            order: components["schemas"]["Order"];
            notify: components["schemas"]["NotifyRule"];
            /** @description Advice; the action stays possible. */
            warning: string | null;
            warning_text: string | null;
            mails: {
                event: string;
                event_label: string;
                to: string;
                will_send: boolean;
                reason: string | null;
                reason_text: string | null;
            }[];
            /** @description The papers that would be issued. */
            documents: components["schemas"]["Document"][];
            /** @description Goods that would enter or leave the house. */
            stock: {
                sku: string;
                change: number;
            }[];
            before: components["schemas"]["Figures"];
            after: components["schemas"]["Figures"];
            /** @description `amount` is what the action moves, `due` and `owed_back` what is due and owed back after it. */
            amounts: {
                amount: components["schemas"]["Money"];
                due: components["schemas"]["Money"];
                owed_back: components["schemas"]["Money"];
            };
        };
        /**
         * @description `ask`: the caller chooses, no mail unless `notify` is true. `confirm`: a mail leaves unless `notify` is false, and the desk asks.
         *     `always`, `never`: the shop decides. `order-switch`: the order's `notify_on_state` decides.
         * @enum {string}
         */
        NotifyRule: "ask" | "confirm" | "always" | "order-switch" | "never";
        NoteCreate: {
            note: string;
            /**
             * @description Shown on the buyer's page too.
             * @default false
             */
            for_buyer: boolean;
        };
        Timeline: {
            items: components["schemas"]["TimelineEntry"][];
            next_cursor: string | null;
        };
        TimelineEntry: {
            id: string;
            sequence: number;
            at: components["schemas"]["Time"];
            /** @description Such as `order.placed`, `payment.recorded`, `state.changed`, `note.added`, `order.edited`. */
            type: string;
            /** @description What happened, in words. */
            text: string;
            actor: {
                /** @enum {string} */
                kind: "operator" | "token" | "system" | "gateway" | "bank" | "buyer" | "import";
                name: string;
            };
            note: string | null;
            /** @description The note made safe. */
            note_html: string | null;
            /** @description Why, where a reason was asked for. */
            reason: string;
            /** @description The buyer never sees the note. */
            internal: boolean;
            mails: {
                id: string;
                event: string;
                event_label: string;
                /** @description A copy of the buyer's mail, to somebody of the staff. */
                is_copy: boolean;
                to: string;
                status: components["schemas"]["MailStatus"];
                status_label: string;
                reason: string | null;
                reason_text: string | null;
            }[];
            data: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        MailStatus: "held" | "queued" | "sending" | "sent" | "suppressed" | "failed" | "unknown" | "bounced";
        Mail: {
            id: string;
            shop: string;
            order: string | null;
            order_number: string | null;
            event: string;
            event_label: string;
            to: string;
            /** @description A copy of the buyer's mail, to somebody of the staff. */
            is_copy: boolean;
            /** @description Of a mail's words, to whoever works on them; it is no happening of the order. */
            is_test: boolean;
            /** @description Once it was rendered. */
            subject: string | null;
            language: components["schemas"]["Language"];
            status: components["schemas"]["MailStatus"];
            status_label: string;
            reason: string | null;
            reason_text: string | null;
            attempts: number;
            /** @description The server's last words. */
            last_reply: string | null;
            created_at: components["schemas"]["Time"];
            due_at: components["schemas"]["Time"] | null;
            sent_at: components["schemas"]["Time"] | null;
            /** @description That the mail came back, and what to do about it. */
            bounce: components["schemas"]["MailBounce"] | null;
            can_retry: boolean;
            /** @description It left: `send-mail` with `repeat` sends its very bytes once more. */
            can_repeat: boolean;
            /** @description The mail whose bytes this one leaves with. */
            repeats: string | null;
        };
        /** @enum {string} */
        BounceCause: "address_unknown" | "domain_unknown" | "address_disabled" | "mailbox_full" | "too_large" | "content_refused" | "sender_refused" | "unreachable" | "other";
        MailBounce: {
            at: components["schemas"]["Time"];
            cause: components["schemas"]["BounceCause"];
            /** @description In the call's language. */
            cause_text: string;
            /** @description What to do, in the call's language. */
            advice_text: string;
            /** @description The server's, as of RFC 3463: 5.1.1. */
            code: string | null;
        };
        /**
         * @description `unknown`: no name server answered.
         * @enum {string}
         */
        MailHealthLevel: "good" | "hint" | "bad" | "unknown";
        MailHealth: {
            /** @description The sender's. */
            domain: string;
            level: components["schemas"]["MailHealthLevel"];
            checks: components["schemas"]["MailHealthCheck"][];
        };
        MailHealthCheck: {
            /** @enum {string} */
            subject: "spf" | "dkim" | "dmarc" | "mx";
            level: components["schemas"]["MailHealthLevel"];
            code: string;
            /** @description In the call's language. */
            text: string;
            /** @description As published. */
            found: string[];
            /** @description The record that makes it good; in the place of one with the same name. */
            publish: {
                name: string;
                type: string;
                value: string;
            } | null;
        };
        MailRetry: {
            /** @description Another address than the one it went to. */
            to?: string;
        };
        CustomerBounce: {
            at: components["schemas"]["Time"];
            email: string;
            cause: components["schemas"]["BounceCause"];
            cause_text: string;
            advice_text: string;
            code: string;
            /** @description The server's. */
            words: string;
            order: string;
            mail: string;
        };
        MailList: {
            items: components["schemas"]["Mail"][];
            next_cursor: string | null;
        };
        ArticleCreate: {
            sku: string;
            name: string;
            kind?: components["schemas"]["LineKind"];
            price: components["schemas"]["Money"];
            tax_rate?: string;
            supplier?: string;
            /** @description Null when nobody counts. */
            stock?: number | null;
            /** @description Of tickets: when it begins. */
            starts_at?: components["schemas"]["Time"] | null;
            /** @description Of tickets: where it takes place. */
            venue?: string;
        };
        ArticlePatch: {
            name?: string;
            kind?: components["schemas"]["LineKind"];
            price?: components["schemas"]["Money"];
            tax_rate?: string;
            supplier?: string;
            stock?: number | null;
            active?: boolean;
            starts_at?: components["schemas"]["Time"] | null;
            venue?: string;
        };
        Article: {
            id: string;
            shop: string;
            sku: string;
            name: string;
            kind: components["schemas"]["LineKind"];
            price: components["schemas"]["Money"];
            currency: string;
            tax_rate: string;
            supplier: string;
            /** @description What is in the house; null: nobody counts. */
            stock: number | null;
            /** @description Set aside by orders. */
            reserved: number;
            /** @description Stock less what is set aside. */
            available: number | null;
            active: boolean;
            /** @description Of tickets: when it begins. */
            starts_at: components["schemas"]["Time"] | null;
            /** @description Of tickets: where it takes place. */
            venue: string;
            /** @description What buyers of a digital article download. */
            files: components["schemas"]["ArticleFile"][];
            version: number;
            created_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
        };
        ArticleFile: {
            id: string;
            name: string;
            media_type: string;
            /**
             * Format: int64
             * @description In bytes.
             */
            size: number;
            /** @description SHA-256, hexadecimal. */
            digest: string;
            uploaded_at: components["schemas"]["Time"];
        };
        ArticleFileList: {
            items: components["schemas"]["ArticleFile"][];
            next_cursor: null;
        };
        Downloads: {
            files: {
                line: string;
                line_name: string;
                file: string;
                name: string;
                /**
                 * Format: int64
                 * @description In bytes.
                 */
                size: number;
                /** @description How often it may still be fetched; null: without a limit. */
                left: number | null;
                /** Format: date-time */
                until: string | null;
                /** @description The code of a refusal, when nothing may be fetched now. */
                reason: string | null;
                reason_text: string | null;
            }[];
            downloads: {
                id: string;
                line: string;
                file: string;
                /** @description The file's name at the time. */
                name: string;
                begun_at: components["schemas"]["Time"];
                latest_at: components["schemas"]["Time"];
                /** @description Of who fetched it. */
                address: string;
                /** @description As its program calls itself. */
                agent: string;
            }[];
        };
        BlockedAddress: {
            email: string;
            /** @description `refunded` where a refund blocked it, else a person's words. */
            reason: string;
            order: string | null;
            order_number: string | null;
            /** @description Who blocked it; null: the program by itself. */
            by: string | null;
            blocked_at: components["schemas"]["Time"];
        };
        BlockedAddressList: {
            items: components["schemas"]["BlockedAddress"][];
            next_cursor: string | null;
        };
        BlockedAddressCreate: {
            email: string;
            reason?: string;
        };
        CarrierList: {
            items: {
                id: string;
                name: string;
                /** @description Where it takes parcels in. */
                countries: string[];
                /** @description Of its page about a parcel, with `{number}` in it. */
                url: string;
            }[];
            next_cursor: null;
        };
        TakenTracking: {
            dry_run: boolean;
            shipped: number;
            corrected: number;
            known: number;
            refused: number;
            rows: {
                /** @description In the file: the header is the first, empty lines are not counted. */
                row: number;
                order: string;
                order_id: string | null;
                number: string;
                /** @enum {string} */
                result: "shipped" | "corrected" | "known" | "refused";
                code: string | null;
                detail: string | null;
            }[];
        };
        ArticleList: {
            items: components["schemas"]["Article"][];
            next_cursor: string | null;
        };
        CustomerRow: {
            id: string;
            shop: string;
            email: string;
            name: string;
            phone: string;
            company: string;
            city: string;
            country: string;
            invoice_allowed: boolean;
            has_notes: boolean;
            /** @description Under all of the customer's addresses. */
            orders: number;
            /** @description Orders of these in which something is to be done next. */
            open: number;
            /** @description What the orders in the shop's currency come to as they stand. */
            total: components["schemas"]["Money"];
            currency: string;
            last_order_at: components["schemas"]["Time"] | null;
            created_at: components["schemas"]["Time"];
        };
        CustomerList: {
            items: components["schemas"]["CustomerRow"][];
            next_cursor: string | null;
        };
        Customer: {
            id: string;
            shop: string;
            email: string;
            /** @description Of the records that were merged into this one. */
            other_emails: string[];
            name: string;
            phone: string;
            company: string;
            vat_id: string;
            language: components["schemas"]["Language"];
            billing_address: components["schemas"]["Address"];
            /** @description Null: as the billing address. */
            shipping_address: components["schemas"]["Address"] | null;
            /** @description For the shop's own eyes. */
            notes: string;
            /** @description May choose the payment methods that are offered per customer. */
            invoice_allowed: boolean;
            /** @description The customer that speaks for this one. */
            merged_into: string | null;
            /** @description That nothing arrives at the e-mail address, as far as is known. */
            bounce: components["schemas"]["CustomerBounce"] | null;
            version: number;
            created_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
        };
        CustomerPatch: {
            email?: string;
            name?: string;
            phone?: string;
            company?: string;
            vat_id?: string;
            language?: components["schemas"]["Language"];
            billing_address?: components["schemas"]["Address"];
            shipping_address?: components["schemas"]["Address"] | null;
            notes?: string;
            invoice_allowed?: boolean;
        };
        CustomerMerge: {
            /** @description The id of the customer that stays. */
            into: string;
        };
        /**
         * @default day
         * @enum {string}
         */
        StatisticsBy: "day" | "payment_type" | "state" | "item" | "promo_code" | "country" | "channel" | "hour";
        SalesFigures: {
            /** @description Of an item: orders with it. */
            orders: number;
            /** @description Fees are none. */
            units: number;
            gross: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Deducted from `gross` already.
             */
            discounts: number;
            tax: components["schemas"]["Money"];
            cancelled: components["schemas"]["Money"];
            allowances: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        StatisticsRow: {
            /** @description A day, an hour of the shop's clocks such as 2026-11-22T14, the id of a method or state, an item's name, a promotion code, a country's two letters or a channel (empty: none). */
            key: string;
            label: string;
            orders: number;
            units: number;
            gross: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Deducted from `gross` already.
             */
            discounts: number;
            tax: components["schemas"]["Money"];
            cancelled: components["schemas"]["Money"];
            allowances: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        CurrencySum: {
            currency: string;
            currency_exponent: number;
            orders: number;
            units: number;
            gross: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description Deducted from `gross` already.
             */
            discounts: number;
            tax: components["schemas"]["Money"];
            cancelled: components["schemas"]["Money"];
            allowances: components["schemas"]["Money"];
            refunds: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        JournalPosting: {
            /** @enum {string} */
            role: "receivables" | "money" | "sales" | "tax" | "fees" | "chargebacks";
            /** @description The number in the shop's books. */
            account: string;
            account_name: string;
            /** @description This rate has no account of its own, so it stands on that for all others. */
            is_default: boolean;
            /** @description Of sales and tax: standard, zero, exempt, reverse_charge, … */
            category: string | null;
            tax_rate: string | null;
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
        };
        JournalEntry: {
            /** @description Stays the same. */
            id: string;
            /** @enum {string} */
            kind: "invoice" | "credit_note" | "payment" | "fee" | "reversal" | "chargeback" | "chargeback_won" | "refund" | "refund_returned" | "payout" | "payout_returned";
            kind_label: string;
            /** @description Its journal's code. */
            journal: string;
            booked_at: components["schemas"]["Time"];
            /** Format: date */
            booked_on: string;
            /** Format: date */
            value_on: string;
            document: string | null;
            document_number: string | null;
            order: string | null;
            order_number: string | null;
            buyer: string | null;
            reference: string | null;
            text: string;
            currency: string;
            currency_exponent: number;
            postings: components["schemas"]["JournalPosting"][];
        };
        Journal: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timezone: string;
            items: components["schemas"]["JournalEntry"][];
            next_cursor: string | null;
            unmapped: {
                category: string;
                rate: string;
                /** @description The rate, or the kind of what has none. */
                label: string;
            }[];
        };
        AccountingMoney: {
            count: number;
            in: components["schemas"]["Money"];
            back: components["schemas"]["Money"];
            fees: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description In less back and fees.
             */
            net: number;
        };
        AccountingMoneyRow: {
            key: string;
            label: string;
            count: number;
            in: components["schemas"]["Money"];
            back: components["schemas"]["Money"];
            fees: components["schemas"]["Money"];
            /** Format: int64 */
            net: number;
        };
        AccountingDocuments: {
            count: number;
            /**
             * Format: int64
             * @description With tax.
             */
            amount: number;
            tax: components["schemas"]["Money"];
        };
        AccountingSums: {
            currency: string;
            currency_exponent: number;
            invoiced: components["schemas"]["AccountingDocuments"];
            credited: components["schemas"]["AccountingDocuments"];
            money: components["schemas"]["AccountingMoney"];
            methods: components["schemas"]["AccountingMoneyRow"][];
            /** @description By payment service; the empty key is money without one. */
            services: components["schemas"]["AccountingMoneyRow"][];
            /** @description By where it is: bank, cash, clearing. */
            places: components["schemas"]["AccountingMoneyRow"][];
            payouts: {
                count: number;
                /** Format: int64 */
                amount: number;
                /** Format: int64 */
                fees: number;
            };
        };
        AccountingTotals: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timezone: string;
            totals: components["schemas"]["AccountingSums"][];
            /** @description The journal's files of this time. */
            formats: components["schemas"]["AccountingFormat"][];
        };
        AccountingFormat: {
            /** @enum {string} */
            format: "csv" | "datev" | "fec";
            /**
             * @description Why it can't be written; null: it can.
             * @enum {string|null}
             */
            reason: "required" | "out_of_range" | "invalid_currency" | null;
            reason_text: string | null;
        };
        AccountNumber: string;
        MainAccounts: {
            receivables?: components["schemas"]["AccountNumber"];
            bank?: components["schemas"]["AccountNumber"];
            cash?: components["schemas"]["AccountNumber"];
            clearing?: components["schemas"]["AccountNumber"];
            sales?: components["schemas"]["AccountNumber"];
            tax?: components["schemas"]["AccountNumber"];
            fees?: components["schemas"]["AccountNumber"];
            chargebacks?: components["schemas"]["AccountNumber"];
        };
        RateAccounts: {
            /** @enum {string} */
            category?: "standard" | "zero" | "exempt" | "reverse_charge" | "intra_community" | "exported" | "outside";
            /** @description A decimal rate such as 8.1. */
            rate: string;
            sales?: string;
            tax?: string;
            /** @description DATEV's BU-Schlüssel, for a sales account that does not carry its rate by itself. */
            tax_key?: string;
        };
        ChannelAccount: {
            /** @description A payment service, or a method that has none. */
            channel: string;
            account?: string;
            /**
             * @description Where its money is; null: where such money usually is.
             * @enum {string|null}
             */
            place?: "bank" | "cash" | "clearing" | null;
        };
        AccountingSettingsPatch: {
            /** @enum {string} */
            preset?: "ch_kmu" | "de_skr03" | "de_skr04" | "dk_standard" | "fr_pcg" | "neutral";
            accounts?: components["schemas"]["MainAccounts"];
            rates?: components["schemas"]["RateAccounts"][];
            channels?: components["schemas"]["ChannelAccount"][];
            /** @description Month in which the business year begins. */
            year_begins?: number;
            datev_digits?: number;
            datev_consultant?: string;
            datev_client?: string;
            /** @description Taken from a French VAT number when empty. */
            fec_siren?: string;
            journal_sales?: string;
            journal_bank?: string;
            journal_cash?: string;
            journal_other?: string;
            /**
             * @description When documents are handed to the accounting program by themselves.
             * @enum {string}
             */
            transfer_at?: "never" | "issue" | "completion";
        };
        AccountingSettings: {
            /** @enum {string} */
            preset: "ch_kmu" | "de_skr03" | "de_skr04" | "dk_standard" | "fr_pcg" | "neutral";
            accounts: components["schemas"]["MainAccounts"];
            rates: components["schemas"]["RateAccounts"][];
            channels: components["schemas"]["ChannelAccount"][];
            /** @description Month in which the business year begins. */
            year_begins: number;
            datev_digits: number;
            datev_consultant: string;
            datev_client: string;
            /** @description Taken from a French VAT number when empty. */
            fec_siren: string;
            journal_sales: string;
            journal_bank: string;
            journal_cash: string;
            journal_other: string;
            /**
             * @description When documents are handed to the accounting program by themselves.
             * @enum {string}
             */
            transfer_at: "never" | "issue" | "completion";
            presets: {
                id: string;
                label: string;
            }[];
        };
        DocumentTransfer: {
            /** @enum {string} */
            status: "waiting" | "done" | "failed";
            /** @description Where the accounting program has it. */
            link: string | null;
            /** @description Why the last attempt did not succeed. */
            fault: string | null;
            /** Format: date-time */
            at: string | null;
        };
        Statistics: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timezone: string;
            by: components["schemas"]["StatisticsBy"];
            currency: string;
            currency_exponent: number;
            rows: components["schemas"]["StatisticsRow"][];
            rest: components["schemas"]["SalesFigures"] | null;
            sum: components["schemas"]["SalesFigures"];
            other_currencies: components["schemas"]["CurrencySum"][];
        };
        StockRow: {
            article: string;
            sku: string;
            name: string;
            supplier: string;
            /** @description Null: nobody counts. */
            on_hand: number | null;
            /** @description Set aside by orders. */
            reserved: number;
            available: number | null;
        };
        StockList: {
            items: components["schemas"]["StockRow"][];
            next_cursor: string | null;
        };
        PickItem: {
            sku: string;
            name: string;
            quantity: number;
            on_hand: number | null;
            orders: {
                id: string;
                number: string;
                quantity: number;
            }[];
        };
        PickList: {
            items: components["schemas"]["PickItem"][];
            /** @description How many orders the list is for. */
            orders: number;
            /** @description More orders wait than one list holds. */
            has_more: boolean;
        };
        ShortArticle: {
            sku: string;
            name: string;
            on_hand: number;
            reserved: number;
            missing: number;
        };
        SupplierOrder: {
            /** @description Empty where the article names none. */
            supplier: string;
            articles: components["schemas"]["ShortArticle"][];
        };
        SupplierList: {
            suppliers: components["schemas"]["SupplierOrder"][];
            has_more: boolean;
        };
        LineAvailability: {
            line: string;
            sku: string;
            to_ship: number;
            /** @description Null: nobody counts this article. */
            available: number | null;
            enough: boolean;
        };
        AvailabilityList: {
            items: components["schemas"]["LineAvailability"][];
            next_cursor: string | null;
        };
        TokenCreate: {
            name: string;
            role: components["schemas"]["Role"];
            expires_at?: components["schemas"]["Time"] | null;
        };
        Token: {
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            created_at: components["schemas"]["Time"];
            last_used_at: components["schemas"]["Time"] | null;
            expires_at: components["schemas"]["Time"] | null;
        };
        TokenCreated: components["schemas"]["Token"] & {
            /** @description The secret; it is not shown again. */
            token: string;
        };
        TokenList: {
            items: components["schemas"]["Token"][];
            next_cursor: string | null;
            /** @description The roles the caller may give a program. */
            roles: components["schemas"]["Role"][];
        };
        PaymentAccount: {
            /** @description `stripe`, `paypal`. */
            provider: string;
            /** @description As the service calls it. */
            account: string;
            name: string;
            /** @description False: the service's test mode, no money moves. */
            live: boolean;
            connected: boolean;
            /** @description False: its credentials were sealed with a key that is not here any more; enter them again. */
            readable: boolean;
            /** @description The service can tell what happened; without it payments are looked after from time to time. */
            hears_notices: boolean;
            /** Format: date-time */
            connected_at: string;
            /** Format: date-time */
            disconnected_at: string | null;
        };
        PaymentServiceList: {
            items: components["schemas"]["PaymentAccount"][];
            next_cursor: string | null;
            /** @description The services that can be connected. */
            providers: {
                id: string;
                name: string;
                /** @description Where the service is to tell what happened. */
                webhook_url: string;
            }[];
        };
        PaymentServiceConnect: {
            /** @description PayPal's; Stripe has none. */
            client_id?: string;
            /** @description Stripe's secret key, PayPal's client secret. */
            secret?: string;
            /** @description Stripe's signing secret, the id of PayPal's webhook. Empty: notices are refused. */
            webhook_secret?: string;
        };
        /** @description An event in the service's own words. */
        ProviderNotice: Record<string, never>;
        ProviderNoticeList: {
            next_cursor: string | null;
            items: {
                id: string;
                type: string;
                account: string;
                /** @enum {string} */
                status: "waiting" | "unproven" | "done" | "kept" | "refused";
                /** Format: date-time */
                received_at: string;
            }[];
        };
        /**
         * @description What happened; the names of the order's timeline.
         * @enum {string}
         */
        WebhookEventName: "commis.order.placed" | "commis.payment.recorded" | "commis.payment.marked" | "commis.state.changed" | "commis.order.edited" | "commis.order.abandoned" | "commis.refund.made" | "commis.units.cancelled" | "commis.order.revised" | "commis.parcel.shipped" | "commis.parcel.corrected" | "commis.goods.returned" | "commis.document.issued" | "commis.change.undone" | "commis.order.reopened" | "commis.order.removed" | "commis.order.restored" | "commis.reminder.sent" | "commis.authorization.expired" | "commis.access.changed" | "commis.people.erased" | "commis.payment.reversed" | "commis.provider.asked" | "commis.provider.answered" | "commis.payment_link.made" | "commis.payment_link.opened" | "commis.payment_link.ended" | "commis.chargeback.opened" | "commis.chargeback.decided" | "commis.access.granted" | "commis.access.revoked" | "commis.access.renewed" | "commis.download.begun" | "commis.attendee.changed" | "commis.ticket.admitted" | "commis.admission.undone" | "commis.request.registered" | "commis.request.answered" | "commis.return.received" | "commis.request.closed";
        WebhookCreate: {
            url: string;
            /** @default  */
            description: string;
            /**
             * @description Which events; empty: all of them.
             * @default []
             */
            events: components["schemas"]["WebhookEventName"][];
            /** @default true */
            on: boolean;
        };
        WebhookChange: {
            url?: string;
            description?: string;
            events?: components["schemas"]["WebhookEventName"][];
            on?: boolean;
        };
        /**
         * @description Waiting, booked on orders, given back by the bank later, set aside, or money that went out.
         * @enum {string}
         */
        BankStatus: "open" | "booked" | "returned" | "dismissed" | "outgoing";
        /**
         * @description Why an entry is not booked by itself, or what speaks for an order.
         * @enum {string}
         */
        MatchReason: "underpaid" | "overpaid" | "paid_already" | "removed_order" | "draft_order" | "other_account" | "other_currency" | "several_orders" | "sum_differs" | "number_unsure" | "name_and_amount" | "amount_only" | "returned";
        BankEntry: {
            id: string;
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            /** @enum {string} */
            direction: "in" | "out";
            /** @description A transfer that came back. */
            is_return: boolean;
            /** @description As the bank codes it, such as AC04. */
            return_reason: string | null;
            /** @description Everything that was written. */
            text: string;
            /** @description The account of the statement. */
            account: string;
            /** Format: date */
            booked_on: string | null;
            /** Format: date */
            valued_on: string | null;
            counterparty: {
                name: string;
                account: string;
            };
            /** @description QRR or SCOR, with right check digits. */
            reference: string | null;
            end_to_end_id: string | null;
            bank_reference: string | null;
            /**
             * @description Beyond doubt, for a person to decide, or nothing found.
             * @enum {string}
             */
            match: "exact" | "proposed" | "none";
            /** @description What it may pay; of a settled entry what it paid. */
            orders: {
                id: string;
                number: string;
                amount: components["schemas"]["Money"];
                due: components["schemas"]["Money"] | null;
                reasons: components["schemas"]["MatchReason"][];
            }[];
            reasons: components["schemas"]["MatchReason"][];
            /** @description Of a return: the entry that it takes back. */
            returns: string | null;
            /** @description Of an open entry the payouts that it may be: of its sum and currency, within five bank days; of a booked one the payout it is. */
            payouts: {
                id: string;
                provider: string;
                reference: string;
                /** Format: date */
                arrives_on: string;
                /** Format: int64 */
                items: number;
            }[];
            can_book_payout: boolean;
            /** @description As it is proposed: the parts are the whole amount, on orders that can take it; of a return, the transfer is known. */
            can_accept: boolean;
            can_split: boolean;
            can_dismiss: boolean;
            can_reopen: boolean;
            status: components["schemas"]["BankStatus"];
            /** @description Booked by itself, because everything fitted. */
            automatic: boolean;
            settled_at: components["schemas"]["Time"] | null;
            settled_by: string | null;
            note: string | null;
            /** @description In the answer to a file: it was told of before. */
            known?: boolean;
            created_at: components["schemas"]["Time"];
        };
        BankAccept: {
            /** @description An order's id. */
            order?: string;
            /** @description Markdown, put in the mail and kept on the timeline. */
            note?: string;
            /** @description Whether the buyer is told; absent: as the shop's rule says. */
            notify?: boolean;
        };
        BankSplit: {
            parts: {
                order: string;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Markdown, put in the mail and kept on the timeline. */
            note?: string;
            /** @description Whether the buyer is told; absent: as the shop's rule says. */
            notify?: boolean;
        };
        BankPayout: {
            /** @description A payout's id. */
            payout: string;
        };
        BankDismiss: {
            /** @description Why, for colleagues. */
            note?: string;
        };
        BankReopen: Record<string, never>;
        BankFileTaken: {
            entries: components["schemas"]["BankEntry"][];
            /**
             * Format: int64
             * @description Booked by itself now.
             */
            booked: number;
            /**
             * Format: int64
             * @description Booked by itself now as payouts of a payment service.
             */
            payouts: number;
            /**
             * Format: int64
             * @description Told of before.
             */
            known: number;
            /**
             * Format: int64
             * @description Lines that the bank has not booked yet, left out.
             */
            pending: number;
            /**
             * Format: int64
             * @description Of a table: lines without a day or an amount, such as sums.
             */
            left_out: number;
        };
        /**
         * @description As its sender says; what failed was never paid.
         * @enum {string}
         */
        PayoutStatus: "on_its_way" | "paid" | "failed";
        Payout: {
            id: string;
            provider: string;
            /** @description As the provider calls it; empty where a table told. */
            account: string;
            /** @description The sender's name for it. */
            reference: string;
            status: components["schemas"]["PayoutStatus"];
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            /** Format: date */
            arrives_on: string;
            /** @description Why it failed, as its sender says. */
            fault: string | null;
            /** Format: int64 */
            items: number;
            /**
             * Format: int64
             * @description Payments and refunds in it that no order is known for.
             */
            unmatched: number;
            gross: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description What its items don't explain; 0 where it names none.
             */
            difference: number;
            /** @description In the bank. */
            arrived: boolean;
            /**
             * @description `overdue`: a week after the day its sender told.
             * @enum {string}
             */
            standing: "on_its_way" | "awaited" | "overdue" | "arrived" | "failed";
            /** @description It may be said to be in the account. */
            can_arrive: boolean;
            /** @description That may be taken back; what stands in a bank entry is taken back there. */
            can_await: boolean;
            /** @description Where; null also where a person alone has seen it. */
            bank_entry: string | null;
            settled_at: components["schemas"]["Time"] | null;
            settled_by: string | null;
            told_by: string;
            created_at: components["schemas"]["Time"];
        };
        PayoutLine: {
            /** @enum {string} */
            kind: "payment" | "refund" | "chargeback" | "fee" | "adjustment";
            reference: string;
            payment_reference: string;
            /** @description What the report says of it. */
            text: string;
            /** Format: int64 */
            gross: number;
            /** Format: int64 */
            fee: number;
            /** Format: int64 */
            net: number;
            at: components["schemas"]["Time"] | null;
            order: {
                id: string;
                number: string;
            } | null;
        };
        PayoutBankEntry: {
            id: string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            booked_on: string | null;
            text: string;
            name: string;
            account: string;
        };
        PayoutWhole: {
            id: string;
            provider: string;
            /** @description As the provider calls it; empty where a table told. */
            account: string;
            /** @description The sender's name for it. */
            reference: string;
            status: components["schemas"]["PayoutStatus"];
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            /** Format: date */
            arrives_on: string;
            /** @description Why it failed, as its sender says. */
            fault: string | null;
            /** Format: int64 */
            items: number;
            /**
             * Format: int64
             * @description Payments and refunds in it that no order is known for.
             */
            unmatched: number;
            gross: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description What its items don't explain; 0 where it names none.
             */
            difference: number;
            /** @description In the bank. */
            arrived: boolean;
            /**
             * @description `overdue`: a week after the day its sender told.
             * @enum {string}
             */
            standing: "on_its_way" | "awaited" | "overdue" | "arrived" | "failed";
            /** @description It may be said to be in the account. */
            can_arrive: boolean;
            /** @description That may be taken back; what stands in a bank entry is taken back there. */
            can_await: boolean;
            /** @description Where; null also where a person alone has seen it. */
            bank_entry: string | null;
            settled_at: components["schemas"]["Time"] | null;
            settled_by: string | null;
            told_by: string;
            created_at: components["schemas"]["Time"];
            lines: components["schemas"]["PayoutLine"][];
            arrived_in: components["schemas"]["PayoutBankEntry"] | null;
            /** @description Waiting bank entries in which it may have arrived. */
            may_be: components["schemas"]["PayoutBankEntry"][];
        };
        PayoutList: {
            items: components["schemas"]["Payout"][];
            next_cursor: string | null;
            /**
             * Format: int64
             * @description Not in the bank yet; 1000 means that many or more.
             */
            awaited: number;
            /**
             * Format: int64
             * @description Payments captured more than 7 days ago and in no payout; 1000 means that many or more.
             */
            missing: number;
        };
        PayoutsTaken: {
            payouts: components["schemas"]["Payout"][];
            /**
             * Format: int64
             * @description Told of before.
             */
            known: number;
            /**
             * Format: int64
             * @description Lines without a day or an amount, and those of the payout itself.
             */
            left_out: number;
        };
        MissingPayout: {
            order: {
                id: string;
                number: string;
                buyer: string;
            };
            provider: string;
            method: string;
            method_label: string;
            payment: string;
            reference: string;
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            captured_at: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description Since then.
             */
            days: number;
        };
        MissingPayoutList: {
            items: components["schemas"]["MissingPayout"][];
            next_cursor: string | null;
            /**
             * Format: int64
             * @description 1000 means that many or more.
             */
            count: number;
            /** Format: int64 */
            days: number;
        };
        /**
         * @description Transfers on an account, or payments inside payouts.
         * @enum {string}
         */
        TableKind: "statement" | "payout";
        /**
         * @description What a column holds. A statement needs `booked_on` and `amount`, or `credit` and `debit` columns; a word in `direction` turns an amount.
         *     Payouts need `booked_on`, `gross` or `net`, and `reference` or `order`; `payout` tells several in one file apart.
         * @enum {string}
         */
        TableField: "booked_on" | "valued_on" | "amount" | "credit" | "debit" | "direction" | "currency" | "text" | "name" | "account" | "other_account" | "reference" | "bank_reference" | "gross" | "fee" | "net" | "type" | "order" | "payout";
        TableColumn: {
            field: components["schemas"]["TableField"];
            /** @description As the header calls it, or its number: `#3` is the third. */
            column: string;
        };
        TableMapping: {
            kind?: components["schemas"]["TableKind"];
            /** @description The IBAN; of payouts the provider. In the address when it is saved. */
            account?: string;
            /** @description What people call it. */
            name?: string;
            /** @description One of `,` `;` `|` and the tab. */
            delimiter?: string;
            /** @enum {string} */
            encoding?: "utf-8" | "windows-1252" | "utf-16";
            /** @description Rows above the header, or above the first line where there is none; empty ones are not counted. */
            skip_rows?: number;
            /** @description Whether the columns have names. */
            headed?: boolean;
            /**
             * @description The order of year, month and day.
             * @enum {string}
             */
            dates?: "ymd" | "dmy" | "mdy";
            /** @description A point or a comma. */
            decimal?: string;
            /** @description Where no column says. */
            currency?: string;
            columns: components["schemas"]["TableColumn"][];
            /** @description The names of all columns; a file with the same is read by this mapping. */
            header?: string[];
        };
        SavedTableMapping: {
            kind: components["schemas"]["TableKind"];
            /** @description The IBAN; of payouts the provider. In the address when it is saved. */
            account: string;
            /** @description What people call it. */
            name: string;
            /** @description One of `,` `;` `|` and the tab. */
            delimiter: string;
            /** @enum {string} */
            encoding: "utf-8" | "windows-1252" | "utf-16";
            /** @description Rows above the header, or above the first line where there is none; empty ones are not counted. */
            skip_rows: number;
            /** @description Whether the columns have names. */
            headed: boolean;
            /**
             * @description The order of year, month and day.
             * @enum {string}
             */
            dates: "ymd" | "dmy" | "mdy";
            /** @description A point or a comma. */
            decimal: string;
            /** @description Where no column says. */
            currency: string;
            columns: components["schemas"]["TableColumn"][];
            /** @description The names of all columns; a file with the same is read by this mapping. */
            header: string[];
            updated_by: string;
            updated_at: components["schemas"]["Time"];
        };
        TableMappingList: {
            items: components["schemas"]["SavedTableMapping"][];
            next_cursor: null;
        };
        TablePreview: {
            /** @description The first 64 KB of the file, in base64. */
            sample: string;
            kind?: components["schemas"]["TableKind"];
            mapping?: components["schemas"]["TableMapping"] | null;
        };
        TableFault: {
            /** Format: int64 */
            row: number;
            field: components["schemas"]["TableField"];
            column: string;
            /** @description bad_date, bad_amount, bad_direction, unknown_currency. */
            code: string;
            cell: string;
        };
        /** @description With `bank_file_unreadable`: the lines of a table that can't be read. */
        TableFaults: {
            faults: components["schemas"]["TableFault"][];
        };
        /** @description A line as it would be read. Of a payout: `amount` is gross, `name` the order's number, `text` the kind. */
        TableEntry: {
            /** Format: date */
            booked_on: string | null;
            /** Format: date */
            valued_on: string | null;
            amount: components["schemas"]["Money"];
            currency: string;
            currency_exponent: number;
            /** @enum {string} */
            direction: "in" | "out";
            text: string;
            name: string;
            reference: string | null;
            fee?: components["schemas"]["Money"];
            net?: components["schemas"]["Money"];
        };
        /** @description With `bank_mapping_required`: the beginning of a table and what becomes of it. */
        TableLayout: {
            /** @description The first rows of the file as they stand there. */
            rows: {
                /** Format: int64 */
                number: number;
                cells: string[];
            }[];
            mapping: components["schemas"]["TableMapping"];
            /** @description Why it can't be saved so. */
            errors: components["schemas"]["FieldError"][];
            /** @description What its first lines say. */
            entries: components["schemas"]["TableEntry"][];
            /** @description Lines that can't be read so. */
            faults: components["schemas"]["TableFault"][];
            /**
             * Format: int64
             * @description Lines without a day or an amount.
             */
            left_out: number;
            /** @description The shop's accounts. */
            accounts: string[];
        };
        BankEntryList: {
            items: components["schemas"]["BankEntry"][];
            next_cursor: string | null;
            /** @description Entries in each status; 1000 means that many or more. */
            counts: {
                /** Format: int64 */
                open: number;
                /** Format: int64 */
                booked: number;
                /** Format: int64 */
                returned: number;
                /** Format: int64 */
                dismissed: number;
                /** Format: int64 */
                outgoing: number;
            };
            newest_file: null | {
                name: string;
                /** Format: int64 */
                entries: number;
                /** Format: int64 */
                known: number;
                by: string;
                at: components["schemas"]["Time"];
            };
        };
        Webhook: {
            id: string;
            url: string;
            description: string;
            /** @description Empty: every event. */
            events: components["schemas"]["WebhookEventName"][];
            on: boolean;
            /**
             * @description By hand, because it answered 410, or because nothing was taken for three days.
             * @enum {string|null}
             */
            off_reason: "by_hand" | "gone" | "failing" | null;
            last_delivered_at: components["schemas"]["Time"] | null;
            /** @description The first failure with no delivery after it. */
            failing_since: components["schemas"]["Time"] | null;
            /**
             * Format: int64
             * @description Deliveries on their way; 1000 means that many or more.
             */
            waiting: number;
            /**
             * Format: int64
             * @description Deliveries that were given up; 1000 means that many or more.
             */
            dead: number;
            /** @description Until then the secret before signs along. */
            old_secret_until: components["schemas"]["Time"] | null;
            created_at: components["schemas"]["Time"];
        };
        WebhookSecret: {
            id: string;
            url: string;
            description: string;
            /** @description Empty: every event. */
            events: components["schemas"]["WebhookEventName"][];
            on: boolean;
            /**
             * @description By hand, because it answered 410, or because nothing was taken for three days.
             * @enum {string|null}
             */
            off_reason: "by_hand" | "gone" | "failing" | null;
            last_delivered_at: components["schemas"]["Time"] | null;
            /** @description The first failure with no delivery after it. */
            failing_since: components["schemas"]["Time"] | null;
            /**
             * Format: int64
             * @description Deliveries on their way; 1000 means that many or more.
             */
            waiting: number;
            /**
             * Format: int64
             * @description Deliveries that were given up; 1000 means that many or more.
             */
            dead: number;
            /** @description Until then the secret before signs along. */
            old_secret_until: components["schemas"]["Time"] | null;
            created_at: components["schemas"]["Time"];
            /** @description `whsec_…`; it is not shown again. */
            secret: string;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
            next_cursor: string | null;
            /** @description Every event there is. */
            events: components["schemas"]["WebhookEventName"][];
        };
        /**
         * @description Why it was not taken; null when it was.
         * @enum {string|null}
         */
        WebhookFault: "refused" | "gone" | "redirected" | "not_resolved" | "address_forbidden" | "connection_failed" | "tls_failed" | "timed_out" | "cut" | "stopped" | null;
        WebhookTest: {
            delivered: boolean;
            /** Format: int64 */
            http_status: number | null;
            fault: components["schemas"]["WebhookFault"];
            /** @description The first 2 kB of the answer, or what went wrong in words. */
            answer: string;
            /** Format: int64 */
            duration_ms: number;
            id: string;
            /** @description What was sent. */
            body: string;
        };
        ResentDeliveries: {
            /** Format: int64 */
            resent: number;
        };
        Delivery: {
            id: string;
            /** @description What leaves as `webhook-id`. */
            event_id: string;
            type: components["schemas"]["WebhookEventName"];
            order: string;
            order_number: string;
            /**
             * Format: int64
             * @description The event's place in the order's timeline.
             */
            sequence: number;
            /**
             * @description `held` while the change can still be undone.
             * @enum {string}
             */
            status: "held" | "waiting" | "delivered" | "dead" | "withdrawn";
            /** Format: int64 */
            attempts: number;
            /**
             * Format: int64
             * @description Of the latest attempt.
             */
            http_status: number | null;
            fault: components["schemas"]["WebhookFault"];
            due_at: components["schemas"]["Time"] | null;
            created_at: components["schemas"]["Time"];
            settled_at: components["schemas"]["Time"] | null;
        };
        DeliveryList: {
            items: components["schemas"]["Delivery"][];
            next_cursor: string | null;
        };
        DeliveryWhole: {
            id: string;
            /** @description What leaves as `webhook-id`. */
            event_id: string;
            type: components["schemas"]["WebhookEventName"];
            order: string;
            order_number: string;
            /**
             * Format: int64
             * @description The event's place in the order's timeline.
             */
            sequence: number;
            /**
             * @description `held` while the change can still be undone.
             * @enum {string}
             */
            status: "held" | "waiting" | "delivered" | "dead" | "withdrawn";
            /** Format: int64 */
            attempts: number;
            /**
             * Format: int64
             * @description Of the latest attempt.
             */
            http_status: number | null;
            fault: components["schemas"]["WebhookFault"];
            due_at: components["schemas"]["Time"] | null;
            created_at: components["schemas"]["Time"];
            settled_at: components["schemas"]["Time"] | null;
            /** @description The very words that leave. */
            body: string;
            /** @description Oldest first. */
            tries: {
                at: components["schemas"]["Time"];
                /** Format: int64 */
                duration_ms: number;
                /** Format: int64 */
                http_status: number | null;
                fault: components["schemas"]["WebhookFault"];
                answer: string;
            }[];
        };
        /**
         * @description A CloudEvent. No order of arrival is promised: `sequence` counts the events of one order, `version` its changes. It holds no
         *     personal data; who needs names and addresses asks for the order with a token.
         */
        OrderEvent: {
            /** @constant */
            specversion: "1.0";
            /** @description The event's id, also in `webhook-id`; the same however often it comes. */
            id: string;
            type: components["schemas"]["WebhookEventName"];
            /**
             * @description The shop's path in the API.
             * @example /api/v1/shops/maison
             */
            source: string;
            time: components["schemas"]["Time"];
            /** @constant */
            datacontenttype: "application/json";
            /** @description The order's id. */
            subject: string;
            /** @description As `data.sequence`; CloudEvents wants it as text. */
            sequence: string;
            data: {
                shop: string;
                /** Format: int64 */
                sequence: number;
                /** @enum {string} */
                actor: "operator" | "token" | "system" | "import" | "buyer";
                order: components["schemas"]["ToldOrder"];
            };
        };
        /** @description The order as it was right after the event. */
        ToldOrder: {
            id: string;
            number: string;
            external_id: string | null;
            channel: string;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            revision: number;
            status: components["schemas"]["SummaryStatus"];
            payment_status: components["schemas"]["PaymentStatus"];
            /** @description Of the shop's list; null while it is one that the shop keeps to itself. */
            state: string | null;
            currency: string;
            /** Format: int64 */
            currency_exponent: number;
            totals: {
                /** Format: int64 */
                total: number;
                /** Format: int64 */
                owed: number;
                /** Format: int64 */
                paid: number;
                /** Format: int64 */
                refunded: number;
                /** Format: int64 */
                due: number;
                /** Format: int64 */
                owed_back: number;
            };
            lines: {
                id: string;
                sku: string;
                name: string;
                kind: components["schemas"]["LineKind"];
                /** Format: int64 */
                quantity: number;
                /**
                 * Format: int64
                 * @description Units still wanted.
                 */
                active: number;
                /** Format: int64 */
                cancelled: number;
                /** Format: int64 */
                refunded: number;
                /** Format: int64 */
                shipped: number;
                /** Format: int64 */
                returned: number;
                /** Format: int64 */
                total: number;
            }[];
            shipments: {
                id: string;
                at: components["schemas"]["Time"];
                tracking: {
                    carrier: string;
                    number: string;
                    url: string;
                };
                handed_over_at: components["schemas"]["Time"] | null;
                delivered_at: components["schemas"]["Time"] | null;
                lines: {
                    line: string;
                    /** Format: int64 */
                    quantity: number;
                }[];
            }[];
            documents: {
                id: string;
                kind: string;
                number: string;
                issued_at: components["schemas"]["Time"];
                /** Format: int64 */
                amount: number;
            }[];
            placed_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
            removed: boolean;
        };
        JoinOffer: {
            shop: string;
            shop_name: string;
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            role_label: string;
            /** @description What the role may do, in a sentence. */
            role_about: string;
            language: components["schemas"]["Language"];
            invited_by: string;
            /** @description Somebody has an account with this address already; its password is asked for. */
            has_account: boolean;
            expires_at: components["schemas"]["Time"];
        };
        Join: {
            name?: string;
            password: string;
            language?: components["schemas"]["Language"];
        };
        RoleList: {
            items: {
                id: components["schemas"]["Role"];
                label: string;
                about: string;
                for_people: boolean;
                rights: components["schemas"]["RightId"][];
            }[];
            next_cursor: null;
            rights: {
                id: components["schemas"]["RightId"];
                label: string;
                about: string;
            }[];
        };
        Member: {
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            role_label: string;
            since: components["schemas"]["Time"];
            /** @description To five minutes; null before the first time. */
            last_seen_at: components["schemas"]["Time"] | null;
            has_second_factor: boolean;
            is_you: boolean;
        };
        Invitation: {
            id: string;
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            role_label: string;
            language: components["schemas"]["Language"];
            invited_by: string;
            created_at: components["schemas"]["Time"];
            expires_at: components["schemas"]["Time"];
            is_expired: boolean;
            /** @description Only in the answer that made it. */
            link?: string;
            /** @description What the link ends with; only in the answer that made it. */
            secret?: string;
        };
        Team: {
            items: components["schemas"]["Member"][];
            second_factor: components["schemas"]["SecondFactorRule"];
            next_cursor: null;
            invitations: components["schemas"]["Invitation"][];
            /** @description The roles the caller may give. */
            roles: components["schemas"]["Role"][];
        };
        SecondFactorRule: {
            /** @description Of whom the shop demands a second factor; of nobody when empty. */
            roles: components["schemas"]["Role"][];
            /**
             * Format: date-time
             * @description Until then it is only asked for.
             */
            from: string | null;
        };
        SecondFactorRuleWish: {
            roles: components["schemas"]["Role"][];
            /** @description Left out, from now on. */
            from?: components["schemas"]["Time"];
        };
        TeamInvite: {
            email: string;
            name?: string;
            role: components["schemas"]["Role"];
            language?: components["schemas"]["Language"];
        };
        TeamPatch: {
            role: components["schemas"]["Role"];
        };
        Invited: {
            member: components["schemas"]["Member"] | null;
            invitation: components["schemas"]["Invitation"] | null;
        };
        /** @enum {string} */
        MailEvent: "order_placed" | "order_placed_operator" | "payment_changed" | "state_changed" | "order_sent" | "order_cancelled" | "free_message" | "refund_made" | "refund_promised" | "payment_reminder" | "order_removed" | "order_revised" | "payment_link" | "document_sent" | "tickets" | "downloads" | "withdrawal_received" | "request_received" | "request_operator" | "request_answered" | "return_received";
        TemplateWords: {
            /** @description One line, with names in double braces. */
            subject: string;
            /** @description Markdown, with names in double braces. */
            body: string;
        };
        TemplateLanguage: {
            language: components["schemas"]["Language"];
            subject: string;
            /** @description The words are the shop's own. */
            is_changed: boolean;
            /** @description 0 for shipped words. */
            version: number;
            changed_by: string | null;
            changed_at: components["schemas"]["Time"] | null;
        };
        TemplateList: {
            items: {
                event: components["schemas"]["MailEvent"];
                label: string;
                /** @description To whom it goes, and when it leaves. */
                about: string;
                /** @description It goes to the shop's own addresses, not to the buyer. */
                to_shop: boolean;
                languages: components["schemas"]["TemplateLanguage"][];
                /** @description Articles whose orders have words of their own. */
                articles: {
                    article: string;
                    languages: components["schemas"]["Language"][];
                }[];
            }[];
            next_cursor: null;
        };
        TemplateName: {
            name: string;
            label: string;
            /**
             * @description A condition is only asked for: {{#pickup}}…{{/pickup}}; a list is said once for each entry.
             * @enum {string}
             */
            kind: "text" | "condition" | "list";
            /** @description Its value in the order that a preview shows; absent where that has none. */
            example?: string;
            /** @description The names inside a list. */
            names?: components["schemas"]["TemplateName"][];
        };
        Template: {
            event: components["schemas"]["MailEvent"];
            label: string;
            about: string;
            to_shop: boolean;
            language: components["schemas"]["Language"];
            /** @description The SKU that was asked for; null is every order. */
            article: string | null;
            is_changed: boolean;
            /** @description 0 for shipped words. */
            version: number;
            changed_by: string | null;
            changed_at: components["schemas"]["Time"] | null;
            subject: string;
            body: string;
            shipped: {
                subject: string;
                body: string;
            };
            names: components["schemas"]["TemplateName"][];
        };
        TemplateFault: {
            field: string;
            code: string;
            /** @description The name or tag concerned; may be empty. */
            name: string;
            /** @description The line of the body; null for the whole. */
            line: number | null;
        };
        TemplatePreviewRequest: {
            event: components["schemas"]["MailEvent"];
            language: components["schemas"]["Language"];
            subject: string;
            body: string;
            /** @description An id or a number. */
            order?: string;
        };
        TemplatePreview: {
            subject: string;
            /** @description A whole document with its own style. */
            html: string;
            text: string;
            order: {
                id: string;
                number: string;
            } | null;
        };
        TemplateTest: {
            /** @description Its id in the outbox. */
            mail: string;
            to: string;
            subject: string;
            order: {
                id: string;
                number: string;
            };
        };
        JobBatches: {
            batches: components["schemas"]["Job"][];
        };
        /** @enum {string} */
        ImportFormat: "commis" | "uci" | "northwind" | "woocommerce" | "shopify";
        Job: {
            id: string;
            shop: string;
            /** @enum {string} */
            kind: "import" | "bulk" | "reproject" | "print";
            kind_label: string;
            format?: string | null;
            /** @description The file's name; of a bulk job the action. */
            name?: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            status_label: string;
            /** @description Rows (or orders) done. */
            done: number;
            /** @description Null while it is not known. */
            total: number | null;
            /** @description The first refusals; a file of all rejects is at `rejects.csv`. */
            failed: {
                order?: string;
                row?: number;
                column?: string;
                code: string;
                detail: string;
            }[];
            /**
             * @description Of a bulk job: `changed` and `skipped`. Of a print job: `printed` and `skipped`. Of a recomputation: `orders`. Of an import: `rows` is the sum of `rows_imported`, `rows_known` and `rows_rejected`; beside them `orders_created`,
             *     `orders_known` and `credits`.
             */
            counts: {
                [key: string]: number;
            };
            /** @description There is a file of rejects. */
            has_rejects: boolean;
            /** @description Why a job failed. */
            detail?: string | null;
            created_at: components["schemas"]["Time"];
            finished_at: components["schemas"]["Time"] | null;
        };
        JobList: {
            items: components["schemas"]["Job"][];
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The call cannot be read. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not with these rights, the CSRF header is missing, or a second factor has to be set up first. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing for this caller. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule says no; `code` is its reason. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody changed it meanwhile. */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that is not taken here. */
        WrongType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A field is wrong; `errors` names each. */
        BadField: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The password is right; the second factor is awaited. Nobody is signed in yet. */
        SecondStepAwaited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInStep"];
            };
        };
        /** @description Nothing is there, or the link was renewed. */
        NoSuchPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Too many wrong links from this address. */
        TooManyLinks: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Too many attempts; see Retry-After. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; try again. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        AuditFrom: components["schemas"]["Time"];
        /** @description One of `kinds`. */
        AuditKind: string;
        /** @description The id of an operator or token. */
        AuditPerson: string;
        /** @description Not included. */
        AuditTo: components["schemas"]["Time"];
        /** @description Another language than the order's. */
        BuyerLanguage: components["schemas"]["Language"];
        /** @description Names the order and proves that this program wrote it. */
        BuyerToken: string;
        /** @description The first day, of the shop's calendar. Without both days: this month until today. */
        BookedFrom: string;
        /** @description The last day, included. */
        BookedTo: string;
        /** @description A payment service: `stripe`, `paypal`. */
        Provider: string;
        /** @description A payment method's id. */
        MethodId: string;
        /** @description `order`, or the kind of document. */
        Series: string;
        /**
         * @description The shop's id.
         * @example maison
         */
        Shop: string;
        /** @description The id of the thing itself. */
        Id: string;
        /** @description The language of the labels: en, fr, da or de. */
        AcceptLanguage: string;
        /** @description Makes a repeated call harmless. */
        IdempotencyKey: string;
        /** @description The ETag the change was made from. */
        IfMatch: string;
        /** @description How many at most. */
        Limit: number;
        /** @description 1: to be kept, not shown. */
        Download: "1";
        /** @description Where to go on: `next_cursor` of the page before. */
        Cursor: string;
        /** @description Also answer `total`; exact up to 10,000, above that an estimate. */
        Count: boolean;
        /**
         * @description What to sort by; a minus turns it round. A search covers its first 10,000 hits when sorted by anything but time. By the end of the
         *     card hold there are only orders that have one.
         */
        Sort: "placed_at" | "-placed_at" | "number" | "-number" | "buyer" | "-buyer" | "total" | "-total" | "updated_at" | "-updated_at" | "hold_until" | "-hold_until";
        /** @description Part of the number, the buyer's name, e-mail, company, phone, city, or the external id. */
        Q: string;
        /** @description The summary. */
        FilterStatus: components["schemas"]["SummaryStatus"][];
        /** @description The payment status. */
        FilterPaymentStatus: components["schemas"]["PaymentStatus"][];
        /** @description A state of the shop's list. */
        FilterState: string[];
        /** @description The queue of the next step: what is waiting to be done. */
        FilterQueue: components["schemas"]["Queue"][];
        /** @description What a timer asks a person to do about an unpaid order. */
        FilterTask: components["schemas"]["TaskId"][];
        /** @description One of its tags. */
        FilterTag: string[];
        /** @description Who looks after it. */
        FilterAssignee: string[];
        /** @description Whether somebody has opened it. */
        FilterSeen: boolean;
        /** @description The other way round. */
        FilterUnseen: boolean;
        /** @description The stage of the state. */
        FilterStage: components["schemas"]["Stage"][];
        /** @description How it is or was to be paid. */
        FilterPaymentMethod: string[];
        /** @description The promotion code. */
        FilterPromoCode: string[];
        /** @description The SKU of one of its lines. */
        FilterSku: string[];
        /** @description The kind of one of its lines. */
        FilterKind: components["schemas"]["LineKind"][];
        /** @description The name of one of its lines. */
        FilterItem: string[];
        /** @description Where it was placed. */
        FilterChannel: string[];
        /** @description The buyer's e-mail address. */
        FilterCustomer: string[];
        /** @description Placed at this time or later. */
        FilterPlacedFrom: string;
        /** @description Placed before this time. */
        FilterPlacedTo: string;
        /** @description This total or more. */
        FilterMinTotal: number;
        /** @description These orders by their id, at most 200. */
        FilterOrder: string[];
        /** @description Only orders for which a card holds money that was not taken yet. */
        FilterHasHold: boolean;
        /** @description The card hold runs out at this time or later. */
        FilterHoldFrom: string;
        /** @description The card hold runs out before this time. */
        FilterHoldTo: string;
        /** @description This total or less. */
        FilterMaxTotal: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The order's version in quotes.
         * @example "3"
         */
        ETag: string;
        /** @description The session cookie; HttpOnly and SameSite=Strict. */
        SessionCookie: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
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
        };
    };
    get_readiness: {
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
            503: components["responses"]["Unavailable"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures in Prometheus' text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    get_contract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SessionCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            202: components["responses"]["SecondStepAwaited"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
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
            /** @description Signed out; the cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    update_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionPatch"];
            };
        };
        responses: {
            /** @description The session after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
        };
    };
    finish_sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStep"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SessionCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorKey"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeOnly"];
            };
        };
        responses: {
            /** @description Ten recovery codes, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCode"];
            };
        };
        responses: {
            /** @description Ten recovery codes, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    end_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCode"];
            };
        };
        responses: {
            /** @description The session, which goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open sessions, the one seen last first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The session, which goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, the only one now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    get_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description What the link of an invitation ends with. */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is asked to join which shop. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinOffer"];
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
        };
    };
    join_team: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description What the link of an invitation ends with. */
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Join"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SessionCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            202: components["responses"]["SecondStepAwaited"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
            429: components["responses"]["TooMany"];
        };
    };
    list_platform_audit: {
        parameters: {
            query?: {
                /** @description The id of an operator or token. */
                person?: components["parameters"]["AuditPerson"];
                /** @description One of `kinds`. */
                kind?: components["parameters"]["AuditKind"];
                from?: components["parameters"]["AuditFrom"];
                /** @description Not included. */
                to?: components["parameters"]["AuditTo"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
        };
    };
    export_platform_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    prove_platform_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many entries there are and where the chain breaks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditProof"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    list_shop_audit: {
        parameters: {
            query?: {
                /** @description The id of an operator or token. */
                person?: components["parameters"]["AuditPerson"];
                /** @description One of `kinds`. */
                kind?: components["parameters"]["AuditKind"];
                from?: components["parameters"]["AuditFrom"];
                /** @description Not included. */
                to?: components["parameters"]["AuditTo"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    export_shop_audit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    prove_shop_audit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many entries there are and where the chain breaks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditProof"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every role of a shop with its rights, and each right in words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    list_profiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All profiles; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    list_shops: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shops by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    create_shop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopCreate"];
            };
        };
        responses: {
            /** @description The shop. */
            201: {
                headers: {
                    /** @description Where the shop is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    get_shop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shop. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    update_shop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopPatch"];
            };
        };
        responses: {
            /** @description The shop after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    list_states: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The states in their order; a new order starts in the first. The entity tag is the shop's version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateSettingsList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    replace_states: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatesReplace"];
            };
        };
        responses: {
            /** @description The states after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateSettingsList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    list_payment_methods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All methods, also those that are off. The entity tag is the shop's version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodSettingsList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_payment_method: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment method's id. */
                id: components["parameters"]["MethodId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodPatch"];
            };
        };
        responses: {
            /** @description All methods after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodSettingsList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    list_number_ranges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All ranges, orders first; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberRangeList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_number_range: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description `order`, or the kind of document. */
                series: components["parameters"]["Series"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberRangePatch"];
            };
        };
        responses: {
            /** @description The range after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberRange"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    list_all_orders: {
        parameters: {
            query?: {
                /** @description Only these shops. */
                shop?: string[];
                /** @description Part of the number, the buyer's name, e-mail, company, phone, city, or the external id. */
                q?: components["parameters"]["Q"];
                /** @description The summary. */
                status?: components["parameters"]["FilterStatus"];
                /** @description The payment status. */
                payment_status?: components["parameters"]["FilterPaymentStatus"];
                /** @description A state of the shop's list. */
                state?: components["parameters"]["FilterState"];
                /** @description The stage of the state. */
                stage?: components["parameters"]["FilterStage"];
                /** @description The queue of the next step: what is waiting to be done. */
                queue?: components["parameters"]["FilterQueue"];
                /** @description What a timer asks a person to do about an unpaid order. */
                task?: components["parameters"]["FilterTask"];
                /** @description One of its tags. */
                tag?: components["parameters"]["FilterTag"];
                /** @description Who looks after it. */
                assignee?: components["parameters"]["FilterAssignee"];
                /** @description Whether somebody has opened it. */
                seen?: components["parameters"]["FilterSeen"];
                /** @description The other way round. */
                unseen?: components["parameters"]["FilterUnseen"];
                /** @description How it is or was to be paid. */
                payment_method?: components["parameters"]["FilterPaymentMethod"];
                /** @description The promotion code. */
                promo_code?: components["parameters"]["FilterPromoCode"];
                /** @description The SKU of one of its lines. */
                sku?: components["parameters"]["FilterSku"];
                /** @description The kind of one of its lines. */
                kind?: components["parameters"]["FilterKind"];
                /** @description The name of one of its lines. */
                item?: components["parameters"]["FilterItem"];
                /** @description Where it was placed. */
                channel?: components["parameters"]["FilterChannel"];
                /** @description The buyer's e-mail address. */
                customer?: components["parameters"]["FilterCustomer"];
                /** @description Placed at this time or later. */
                placed_from?: components["parameters"]["FilterPlacedFrom"];
                /** @description Placed before this time. */
                placed_to?: components["parameters"]["FilterPlacedTo"];
                /** @description This total or more. */
                min_total?: components["parameters"]["FilterMinTotal"];
                /** @description This total or less. */
                max_total?: components["parameters"]["FilterMaxTotal"];
                /** @description These orders by their id, at most 200. */
                order?: components["parameters"]["FilterOrder"];
                /** @description Only orders for which a card holds money that was not taken yet. */
                has_hold?: components["parameters"]["FilterHasHold"];
                /** @description The card hold runs out at this time or later. */
                hold_from?: components["parameters"]["FilterHoldFrom"];
                /** @description The card hold runs out before this time. */
                hold_to?: components["parameters"]["FilterHoldTo"];
                /**
                 * @description What to sort by; a minus turns it round. A search covers its first 10,000 hits when sorted by anything but time. By the end of the
                 *     card hold there are only orders that have one.
                 */
                sort?: components["parameters"]["Sort"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Also answer `total`; exact up to 10,000, above that an estimate. */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["BadField"];
        };
    };
    list_orders: {
        parameters: {
            query?: {
                /** @description Shows the same facts in another profile's words. */
                profile?: string;
                /** @description Part of the number, the buyer's name, e-mail, company, phone, city, or the external id. */
                q?: components["parameters"]["Q"];
                /** @description The summary. */
                status?: components["parameters"]["FilterStatus"];
                /** @description The payment status. */
                payment_status?: components["parameters"]["FilterPaymentStatus"];
                /** @description A state of the shop's list. */
                state?: components["parameters"]["FilterState"];
                /** @description The stage of the state. */
                stage?: components["parameters"]["FilterStage"];
                /** @description The queue of the next step: what is waiting to be done. */
                queue?: components["parameters"]["FilterQueue"];
                /** @description What a timer asks a person to do about an unpaid order. */
                task?: components["parameters"]["FilterTask"];
                /** @description One of its tags. */
                tag?: components["parameters"]["FilterTag"];
                /** @description Who looks after it. */
                assignee?: components["parameters"]["FilterAssignee"];
                /** @description Whether somebody has opened it. */
                seen?: components["parameters"]["FilterSeen"];
                /** @description The other way round. */
                unseen?: components["parameters"]["FilterUnseen"];
                /** @description How it is or was to be paid. */
                payment_method?: components["parameters"]["FilterPaymentMethod"];
                /** @description The promotion code. */
                promo_code?: components["parameters"]["FilterPromoCode"];
                /** @description The SKU of one of its lines. */
                sku?: components["parameters"]["FilterSku"];
                /** @description The kind of one of its lines. */
                kind?: components["parameters"]["FilterKind"];
                /** @description The name of one of its lines. */
                item?: components["parameters"]["FilterItem"];
                /** @description Where it was placed. */
                channel?: components["parameters"]["FilterChannel"];
                /** @description The buyer's e-mail address. */
                customer?: components["parameters"]["FilterCustomer"];
                /** @description Placed at this time or later. */
                placed_from?: components["parameters"]["FilterPlacedFrom"];
                /** @description Placed before this time. */
                placed_to?: components["parameters"]["FilterPlacedTo"];
                /** @description This total or more. */
                min_total?: components["parameters"]["FilterMinTotal"];
                /** @description This total or less. */
                max_total?: components["parameters"]["FilterMaxTotal"];
                /** @description These orders by their id, at most 200. */
                order?: components["parameters"]["FilterOrder"];
                /** @description Only orders for which a card holds money that was not taken yet. */
                has_hold?: components["parameters"]["FilterHasHold"];
                /** @description The card hold runs out at this time or later. */
                hold_from?: components["parameters"]["FilterHoldFrom"];
                /** @description The card hold runs out before this time. */
                hold_to?: components["parameters"]["FilterHoldTo"];
                /**
                 * @description What to sort by; a minus turns it round. A search covers its first 10,000 hits when sorted by anything but time. By the end of the
                 *     card hold there are only orders that have one.
                 */
                sort?: components["parameters"]["Sort"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Also answer `total`; exact up to 10,000, above that an estimate. */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    place_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCreate"];
            };
        };
        responses: {
            /** @description With `dry_run`, what would be placed. The order has no number yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPreview"];
                };
            };
            /** @description The order. */
            201: {
                headers: {
                    /** @description Where the order is. */
                    Location?: string;
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    get_order: {
        parameters: {
            query?: {
                /** @description Marks the order as seen. */
                seen?: boolean;
                /** @description The sequence number of one of its events. */
                at?: number;
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    delete_order: {
        parameters: {
            query?: {
                /** @description Why, for colleagues. */
                reason?: string;
                /** @description Tells the buyer. */
                notify?: boolean;
                /** @description Only says what would happen. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPreview"];
                };
            };
            /** @description The order is gone from the lists. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    update_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderPatch"];
            };
        };
        responses: {
            /** @description The order after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    get_timeline: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the timeline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    add_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteCreate"];
            };
        };
        responses: {
            /** @description The order after it; the note is the first entry of its timeline. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    mark_paid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkPaid"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    change_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeState"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    place_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    capture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Capture"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    void_authorization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlainAction"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    check_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlainAction"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    send_payment_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlainAction"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    mark_pending: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Mark"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    mark_failed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Mark"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    mark_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Mark"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    refund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    mark_refunded: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MarkRefunded"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    retry_refund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryRefund"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    record_chargeback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordChargeback"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    decide_chargeback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideChargeback"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    ship: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShipCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    return_goods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    issue_invoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InvoiceCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    issue_credit_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreditCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    correct_invoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CorrectInvoice"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    issue_delivery_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeliveryNoteCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    issue_receipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlainAction"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    send_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SendDocument"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    revise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Revise"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    resend_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResendCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    send_mail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageCreate"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    block_access: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeAccess"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    unblock_access: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeAccess"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    register_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    approve_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    decline_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequest"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    receive_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveReturn"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    close_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    hand_out: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HandOut"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    renew_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlainAction"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    renew_downloads: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RenewDownloads"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    send_tickets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SendTickets"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    replace_attendee: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceAttendee"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    undo_admission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoAdmission"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    undo_action: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    delete_action: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RemoveOrder"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    erase_people: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRun"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be and what would leave the house. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    explain_amount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description A name of the order's `totals`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The amount, opened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedAmount"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_payment_details: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The details, or why there are none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetails"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_revision_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it says, who kept it, and what confirming it would do. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDraft"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    keep_revision_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Revise"];
            };
        };
        responses: {
            /** @description What is kept now, and what confirming it would do. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDraft"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    discard_revision_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is kept any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    confirm_revision_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmDraft"];
            };
        };
        responses: {
            /** @description The order after it; with `dry_run`, what it would be. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOrPreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    get_order_form: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order form. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_draft_invoice: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_documents: {
        parameters: {
            query?: {
                /** @description Of this kind. */
                kind?: components["schemas"]["DocumentKind"];
                /** @description Of this order, by id. */
                order?: string;
                /** @description With this very number. */
                number?: string;
                /** @description Issued at this time or later; a day such as 2026-11-23 is one of the shop's calendar. */
                issued_from?: string;
                /** @description Issued before this time; a day is included. */
                issued_to?: string;
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDocumentList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDocumentWhole"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_document_pdf: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    get_document_xml: {
        parameters: {
            query?: {
                /** @description Which form; see `einvoices` of the document. */
                form?: components["schemas"]["EInvoiceForm"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The e-invoice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    print_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintBatch"];
            };
        };
        responses: {
            /** @description The job. */
            202: {
                headers: {
                    /** @description Where the job is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_batch: {
        parameters: {
            query: {
                /** @description The job's id. */
                job: string;
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All papers, one after the other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    prove_series: {
        parameters: {
            query: {
                /** @description The numbered kind. */
                kind: components["schemas"]["DocumentKind"];
                /** @description `next` of the call before; 0 to begin. */
                after?: number;
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found in this part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesProof"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    preview_document: {
        parameters: {
            query?: {
                /** @description The kind of paper. */
                kind?: components["schemas"]["DocumentKind"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    put_logo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        /** @description A PNG of at most 512 kB. */
        requestBody: {
            content: {
                "image/png": string;
            };
        };
        responses: {
            /** @description Kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["BadField"];
        };
    };
    delete_logo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone from papers that are issued from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_logo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    run_bulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCreate"];
            };
        };
        responses: {
            /** @description What would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description The job that does it; with `in_batches` all of them, in the order they run. */
            202: {
                headers: {
                    /** @description Where the job is, when it is one. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"] | components["schemas"]["JobBatches"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["BadField"];
        };
    };
    count_all_queues: {
        parameters: {
            query?: {
                /** @description Only these shops. */
                shop?: string[];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
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
                    "application/json": components["schemas"]["Queues"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    list_all_views: {
        parameters: {
            query?: {
                /** @description Also count what each view shows. */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by position. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    create_view_of_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewCreate"];
            };
        };
        responses: {
            /** @description The view. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    delete_view_of_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_view_of_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description The view. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    count_queues: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
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
                    "application/json": components["schemas"]["Queues"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_views: {
        parameters: {
            query?: {
                /** @description Also count what each view shows. */
                count?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by position. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewCreate"];
            };
        };
        responses: {
            /** @description The view. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description The view. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    list_unpaid: {
        parameters: {
            query?: {
                /** @description Id of a payment method; may be given several times. */
                method?: string[];
                /** @description Days since the order: to 7, 8 to 14, 15 to 30, or more. */
                age?: "7" | "14" | "30" | "older";
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of unpaid orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnpaidList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    list_authorizations: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders with card holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    list_chargebacks: {
        parameters: {
            query?: {
                /** @description Open ones when left out. */
                status?: "open" | "won" | "lost";
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of chargebacks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargebackList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    list_refunds_to_make: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of refunds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundsToMake"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    list_removed_orders: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the register. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedOrderList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    find_return_slip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description What the barcode on a return slip says, in capitals or not. */
                slip: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it leads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnSlip"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_shipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parcel with its order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShipment"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_shipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipmentPatch"];
            };
        };
        responses: {
            /** @description The parcel after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShipment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    get_label: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    buy_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LabelRequest"];
            };
        };
        responses: {
            /** @description It was there already; nothing was bought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoughtLabel"];
                };
            };
            /** @description It was bought. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoughtLabel"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    record_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Moment"];
            };
        };
        responses: {
            /** @description The parcel after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShipment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    record_hand_over: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Moment"];
            };
        };
        responses: {
            /** @description The parcel after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShipment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    record_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Moment"];
            };
        };
        responses: {
            /** @description The parcel after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShipment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    list_articles: {
        parameters: {
            query?: {
                /** @description Part of a SKU or name. */
                q?: string;
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    create_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleCreate"];
            };
        };
        responses: {
            /** @description The article. */
            201: {
                headers: {
                    /** @description Where the article is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    get_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticlePatch"];
            };
        };
        responses: {
            /** @description The article after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    list_article_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them by name; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleFileList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    add_article_file: {
        parameters: {
            query: {
                /** @description The name under which buyers save it: at most 200 bytes, no slashes, no control characters. */
                name: string;
            };
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The file. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleFile"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["BadField"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_article_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The file's id. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_downloads: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each file of each digital line, and the newest fetches first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Downloads"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    fetch_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Signed by this program, and valid for a limited time. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file. */
            200: {
                headers: {
                    /** @description The digest of the file. */
                    ETag?: string;
                    /** @description Parts may be asked for. */
                    "Accept-Ranges"?: "bytes";
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    /** @description Which part it is. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description It is not paid for, or access is blocked. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nobody made such an address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The address has ended, or the file is not to be had any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The file has no such part. */
            416: {
                headers: {
                    /** @description The size of the file. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
        };
    };
    list_blocked_addresses: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, by address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedAddressList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    block_address: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockedAddressCreate"];
            };
        };
        responses: {
            /** @description The address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedAddress"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    unblock_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The address, in any case of letters. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may buy tickets again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_carriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    take_tracking_codes: {
        parameters: {
            query?: {
                /** @description Says what would happen, row by row, and changes nothing. */
                dry_run?: boolean;
                /** @description Whether buyers are told that their order is on its way; without it, as the shop's rule says. */
                notify?: boolean;
            };
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenTracking"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description Part of the name, company, phone or one of the e-mail addresses. */
                q?: string;
                /** @description Only the customer with this e-mail address, whichever of theirs it is. */
                email?: string;
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of customers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description The customer after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    lift_bounce: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    list_customer_orders: {
        parameters: {
            query?: {
                /** @description Part of the number, the buyer's name, e-mail, company, phone, city, or the external id. */
                q?: components["parameters"]["Q"];
                /** @description The summary. */
                status?: components["parameters"]["FilterStatus"];
                /** @description The payment status. */
                payment_status?: components["parameters"]["FilterPaymentStatus"];
                /** @description A state of the shop's list. */
                state?: components["parameters"]["FilterState"];
                /**
                 * @description What to sort by; a minus turns it round. A search covers its first 10,000 hits when sorted by anything but time. By the end of the
                 *     card hold there are only orders that have one.
                 */
                sort?: components["parameters"]["Sort"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Also answer `total`; exact up to 10,000, above that an estimate. */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    merge_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerMerge"];
            };
        };
        responses: {
            /** @description The record that speaks for both. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    erase_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EraseCustomer"];
            };
        };
        responses: {
            /** @description What would happen; or what did, where no order had people left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerErasure"];
                };
            };
            /** @description The record is gone, and the job has the orders. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerErasure"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    export_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    export_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalDataRequest"];
            };
        };
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["BadField"];
        };
    };
    get_statistics: {
        parameters: {
            query?: {
                /** @description The first day. Without both days: the thirty days that end today. */
                from?: string;
                /** @description The last day, included; at most 400 days. */
                to?: string;
                /** @description What a row is. */
                by?: components["schemas"]["StatisticsBy"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
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
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    list_journal: {
        parameters: {
            query?: {
                /** @description The first day, of the shop's calendar. Without both days: this month until today. */
                from?: components["parameters"]["BookedFrom"];
                /** @description The last day, included. */
                to?: components["parameters"]["BookedTo"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    export_journal: {
        parameters: {
            query?: {
                format?: "csv" | "datev" | "fec";
                /** @description The first day, of the shop's calendar. Without both days: this month until today. */
                from?: components["parameters"]["BookedFrom"];
                /** @description The last day, included. */
                to?: components["parameters"]["BookedTo"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_accounting_totals: {
        parameters: {
            query?: {
                /** @description The first day, of the shop's calendar. Without both days: this month until today. */
                from?: components["parameters"]["BookedFrom"];
                /** @description The last day, included. */
                to?: components["parameters"]["BookedTo"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountingTotals"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_accounting_day: {
        parameters: {
            query?: {
                /** @description The day; today when left out. */
                day?: string;
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountingTotals"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_accounting_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts, and the charts to choose from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountingSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    change_accounting_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountingSettingsPatch"];
            };
        };
        responses: {
            /** @description The settings after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountingSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    get_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket with its order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUnit"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    update_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPatch"];
            };
        };
        responses: {
            /** @description The ticket after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUnit"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    send_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnitSend"];
            };
        };
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUnit"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    get_ticket: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    get_tickets: {
        parameters: {
            query?: {
                /** @description 1: to be kept, not shown. */
                download?: components["parameters"]["Download"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tickets that can be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    check_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scan"];
            };
        };
        responses: {
            /** @description What the gate does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanAnswer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    check_in_many: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanBatch"];
            };
        };
        responses: {
            /** @description An answer each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanAnswers"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_check_in_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    /** @description 86 signs of URL-safe base64. */
                    "Commis-Signature"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    undo_check_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanUndo"];
            };
        };
        responses: {
            /** @description The ticket that is out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedTicket"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    list_stock: {
        parameters: {
            query?: {
                /** @description Part of a SKU or name. */
                q?: string;
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_pick_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_supplier_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_availability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_mails: {
        parameters: {
            query?: {
                /** @description Only the mails of this order. */
                order?: string;
                /** @description Only mails that stand like this. */
                status?: components["schemas"]["MailStatus"][];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    get_mail_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message (RFC 5322), byte for byte. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    retry_mail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailRetry"];
            };
        };
        responses: {
            /** @description The mail, waiting again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    get_mail_health: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailHealth"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    list_tokens: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCreate"];
            };
        };
        responses: {
            /** @description The token with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenCreated"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    delete_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    take_bank_statement: {
        parameters: {
            query?: {
                /** @description The file's name, for people. */
                name?: string;
                /** @description Of a table: whose layout reads it, where several accounts of one bank have the same. */
                account?: string;
            };
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/xml": string;
                "text/xml": string;
            };
        };
        responses: {
            /** @description Every entry of the file, in its order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankFileTaken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    list_bank_mappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every saved layout. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableMappingList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    preview_bank_mapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TablePreview"];
            };
        };
        responses: {
            /** @description The first rows, the mapping, and what it reads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableLayout"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    save_bank_mapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The IBAN; of payouts the provider's name in small letters. */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableMapping"];
            };
        };
        responses: {
            /** @description As it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTableMapping"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    remove_bank_mapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The IBAN; of payouts the provider's name in small letters. */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files with this header ask again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_bank_entries: {
        parameters: {
            query?: {
                /** @description Only entries in this status. */
                status?: components["schemas"]["BankStatus"];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. Open ones are matched anew each time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntryList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    show_bank_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    book_bank_entry_as_payout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankPayout"];
            };
        };
        responses: {
            /** @description The entry after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    list_payouts: {
        parameters: {
            query?: {
                /** @description `awaited`: only those that are not in the bank yet. */
                show?: "all" | "awaited";
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    take_payouts: {
        parameters: {
            query?: {
                /** @description The file's name, for people. */
                name?: string;
                /** @description Whose layout reads it. */
                provider?: string;
            };
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Every payout of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutsTaken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["BadField"];
        };
    };
    list_missing_payouts: {
        parameters: {
            query?: {
                /** @description Captured longer ago than this; 7 when left out. */
                days?: number;
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingPayoutList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    show_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it is made of, and where it arrived. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutWhole"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    payout_arrived: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutWhole"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    payout_awaited: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutWhole"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    accept_bank_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BankAccept"];
            };
        };
        responses: {
            /** @description The entry after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    split_bank_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BankSplit"];
            };
        };
        responses: {
            /** @description The entry after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    dismiss_bank_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BankDismiss"];
            };
        };
        responses: {
            /** @description The entry after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    reopen_bank_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BankReopen"];
            };
        };
        responses: {
            /** @description The entry after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    list_payment_services: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. Credentials are never shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentServiceList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    connect_payment_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentServiceConnect"];
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    disconnect_payment_service: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
                /** @description The account as the service calls it. */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is disconnected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_provider_notices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderNoticeList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_label_services: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was agreed with each, and which carriers there are. Secrets are never shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelServiceList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    connect_label_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A carrier: `swiss-post`. */
                carrier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelServiceConnect"];
            };
        };
        responses: {
            /** @description What is agreed now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    disconnect_label_service: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description A carrier: `swiss-post`. */
                carrier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    take_provider_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A payment service: `stripe`, `paypal`. */
                provider: components["parameters"]["Provider"];
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderNotice"];
            };
        };
        responses: {
            /** @description It was taken, now or before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            400: components["responses"]["Malformed"];
        };
    };
    show_payment_link: {
        parameters: {
            query?: {
                back?: string;
            };
            header?: never;
            path: {
                /** @description What nobody can guess. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to pay, or that it has arrived. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nobody made such a link. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Another amount is due by now. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    follow_payment_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What nobody can guess. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of the page in `Location`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody made such a link. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Another amount is due by now. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The service does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    show_buyer_page: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_buyer_payment_code: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_buyer_document: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_buyer_ticket: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket; one that was cancelled or refunded says so and has no barcode. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_return_slip: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slip, with the barcode that the shop finds the return by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_request_receipt: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    show_request_form: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                kind: components["schemas"]["RequestKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form, or why there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NoSuchPage"];
            429: components["responses"]["TooManyLinks"];
        };
    };
    answer_request_form: {
        parameters: {
            query?: {
                /** @description Another language than the order's. */
                lang?: components["parameters"]["BuyerLanguage"];
            };
            header?: never;
            path: {
                /** @description Names the order and proves that this program wrote it. */
                token: components["parameters"]["BuyerToken"];
                kind: components["schemas"]["RequestKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    step?: "check" | "change" | "send";
                    known?: number;
                    note?: string;
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description The question whether it is meant, or the form again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It is registered; the receipt is in `Location`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            /** @description The form was sent from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NoSuchPage"];
            /** @description It can't be asked for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It is no form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something typed is wrong; the form says what. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyLinks"];
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        responses: {
            /** @description The webhook with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    show_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    change_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description The webhook after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    rotate_webhook_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook with its new secret, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the receiver answered, or why nothing came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    resend_dead_deliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many are on their way again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResentDeliveries"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                /** @description Only of this status. */
                status?: "waiting" | "delivered" | "dead" | "withdrawn";
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries; they are kept for 90 days after they are settled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    show_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The delivery's id. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryWhole"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    resend_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
                /** @description The delivery's id. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, due now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryWhole"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    list_team: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole team; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    invite_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamInvite"];
            };
        };
        responses: {
            /** @description The member, or the invitation with its link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    demand_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorRuleWish"];
            };
        };
        responses: {
            /** @description What the shop demands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorRule"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No longer in the team. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    change_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamPatch"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password alone signs in. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    withdraw_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    renew_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation with its link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_templates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All mails with their languages; there is no paging here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    preview_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplatePreviewRequest"];
            };
        };
        responses: {
            /** @description The mail as it would leave. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    test_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplatePreviewRequest"];
            };
        };
        responses: {
            /** @description The test is in the outbox. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateTest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["BadField"];
        };
    };
    get_template: {
        parameters: {
            query?: {
                /** @description An article's SKU: the words are for orders that hold it, such as one type of ticket. */
                article?: string;
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description Which mail. */
                event: components["schemas"]["MailEvent"];
                /** @description The language of its words. */
                language: components["schemas"]["Language"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words, those the program ships, and the names they may use. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    save_template: {
        parameters: {
            query?: {
                /** @description An article's SKU: the words are for orders that hold it, such as one type of ticket. */
                article?: string;
            };
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description Which mail. */
                event: components["schemas"]["MailEvent"];
                /** @description The language of its words. */
                language: components["schemas"]["Language"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateWords"];
            };
        };
        responses: {
            /** @description The words as they are kept. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            422: components["responses"]["BadField"];
        };
    };
    reset_template: {
        parameters: {
            query?: {
                /** @description An article's SKU: the words are for orders that hold it, such as one type of ticket. */
                article?: string;
            };
            header?: {
                /** @description The ETag the change was made from. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description Which mail. */
                event: components["schemas"]["MailEvent"];
                /** @description The language of its words. */
                language: components["schemas"]["Language"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipped words. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
        };
    };
    import_orders: {
        parameters: {
            query: {
                /** @description The layout of the file. */
                format: components["schemas"]["ImportFormat"];
                /** @description The file's name, for people. */
                name?: string;
            };
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/json": unknown;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The job that does it. */
            202: {
                headers: {
                    /** @description Where the job is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["BadField"];
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    list_job_items: {
        parameters: {
            query?: {
                /** @description Only orders that stand like this. */
                status?: "waiting" | "done" | "refused";
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on: `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders, in the order they are done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobItemList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    resume_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, waiting again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    retry_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated call harmless. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The language of the labels: en, fr, da or de. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new job. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
        };
    };
    get_rejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
                /** @description The id of the thing itself. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A CSV file with row, column, code, reason and the row itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    export_orders: {
        parameters: {
            query?: {
                /** @description Part of the number, the buyer's name, e-mail, company, phone, city, or the external id. */
                q?: components["parameters"]["Q"];
                /** @description The summary. */
                status?: components["parameters"]["FilterStatus"];
                /** @description The payment status. */
                payment_status?: components["parameters"]["FilterPaymentStatus"];
                /** @description A state of the shop's list. */
                state?: components["parameters"]["FilterState"];
                /** @description The stage of the state. */
                stage?: components["parameters"]["FilterStage"];
                /** @description The queue of the next step: what is waiting to be done. */
                queue?: components["parameters"]["FilterQueue"];
                /** @description What a timer asks a person to do about an unpaid order. */
                task?: components["parameters"]["FilterTask"];
                /** @description One of its tags. */
                tag?: components["parameters"]["FilterTag"];
                /** @description Who looks after it. */
                assignee?: components["parameters"]["FilterAssignee"];
                /** @description Whether somebody has opened it. */
                seen?: components["parameters"]["FilterSeen"];
                /** @description The other way round. */
                unseen?: components["parameters"]["FilterUnseen"];
                /** @description How it is or was to be paid. */
                payment_method?: components["parameters"]["FilterPaymentMethod"];
                /** @description The promotion code. */
                promo_code?: components["parameters"]["FilterPromoCode"];
                /** @description The SKU of one of its lines. */
                sku?: components["parameters"]["FilterSku"];
                /** @description The kind of one of its lines. */
                kind?: components["parameters"]["FilterKind"];
                /** @description The name of one of its lines. */
                item?: components["parameters"]["FilterItem"];
                /** @description Where it was placed. */
                channel?: components["parameters"]["FilterChannel"];
                /** @description The buyer's e-mail address. */
                customer?: components["parameters"]["FilterCustomer"];
                /** @description Placed at this time or later. */
                placed_from?: components["parameters"]["FilterPlacedFrom"];
                /** @description Placed before this time. */
                placed_to?: components["parameters"]["FilterPlacedTo"];
                /** @description This total or more. */
                min_total?: components["parameters"]["FilterMinTotal"];
                /** @description This total or less. */
                max_total?: components["parameters"]["FilterMaxTotal"];
                /** @description These orders by their id, at most 200. */
                order?: components["parameters"]["FilterOrder"];
                /** @description Only orders for which a card holds money that was not taken yet. */
                has_hold?: components["parameters"]["FilterHasHold"];
                /** @description The card hold runs out at this time or later. */
                hold_from?: components["parameters"]["FilterHoldFrom"];
                /** @description The card hold runs out before this time. */
                hold_to?: components["parameters"]["FilterHoldTo"];
                /**
                 * @description What to sort by; a minus turns it round. A search covers its first 10,000 hits when sorted by anything but time. By the end of the
                 *     card hold there are only orders that have one.
                 */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, one row a line of an order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["BadField"];
        };
    };
    watch_all: {
        parameters: {
            query?: never;
            header?: never;
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
            401: components["responses"]["Unauthorized"];
            503: components["responses"]["Unavailable"];
        };
    };
    watch_shop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's id.
                 * @example maison
                 */
                shop: components["parameters"]["Shop"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, as of `/api/v1/events`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    order_event: {
        parameters: {
            query?: never;
            header: {
                /** @description The event's id. */
                "webhook-id": string;
                /** @description Seconds since 1970 of this attempt. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 in base64; several between blanks while secrets change. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderEvent"];
            };
        };
        responses: {
            /** @description Nobody listens here any more; the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
