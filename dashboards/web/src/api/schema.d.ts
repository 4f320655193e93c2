/* Made by scripts/generate-api-types.ts from the API's own description. Not edited by hand. */

export interface paths {
    "/api/v1/sessions": {
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
         * @description A cookie with a CSRF token for browsers, or a bearer token for scripts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CredentialsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CREDENTIALS_WRONG` Wrong user name or password. · `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `OVERLOADED` More is waiting than the platform takes on. · `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out everywhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out; live streams are closed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out; live streams are closed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give your password again
         * @description A signature needs it to have been given within the last five minutes, here or by signing in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @example 2026-11-22T07:02:00.000Z
                             */
                            confirmedUntil: string;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CREDENTIALS_WRONG` Wrong user name or password. · `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `OVERLOADED` More is waiting than the platform takes on. · `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Names and user names are shown for members of your own teams only.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Staff"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create an account */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStaffInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Staff"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description Ends all its sessions and live streams at once. Alerts that they had taken on are open again, and they are off the rota.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
                        override?: {
                            reason: string;
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change somebody's teams
         * @description From now on. In the teams they leave, alerts that they had taken on are open again at once and their turns on the rota end.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StaffTeamsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your own password
         * @description Ends all your sessions; sign in again with the new password.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        old: string;
                        new: string;
                    };
                };
            };
            responses: {
                /** @description Changed; all sessions of the account have ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CREDENTIALS_WRONG` Wrong user name or password. · `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reset somebody's password */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        new: string;
                    };
                };
            };
            responses: {
                /** @description Changed; all sessions of the account have ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams
         * @description Your own; for administrators all.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Team"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTeamInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a team */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a team's name, hours, contact or cover
         * @description From now on. Members change their own teams; administrators any.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamChangeRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/teams/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a team for good
         * @description Only when it has no patient, open alert, hub or member and covers nobody; otherwise the answer says what is in the way. What it did stays readable.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `TEAM_IN_USE` The team still has patients, alerts, hubs or members, or covers another team. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a team's rota
         * @description Turns that touch the stretch, in order of time; from now and 30 days ahead where nothing is said.
         */
        get: {
            parameters: {
                query?: {
                    /** @example 2026-11-22T08:02:00+01:00 */
                    from?: string;
                    /** @example 2026-11-22T08:02:00+01:00 */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Shift"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Put turns on a team's rota
         * @description All or none. Turns of different people may overlap: then both are told.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewShiftsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ids: string[];
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `SHIFT_TWICE` That person has the same role on the rota during that time already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `SHIFT_PERIOD` A turn on the rota ends after it begins, and what has passed of one stays as it was. · `SHIFT_MEMBER` Only members of a team are on its rota. · `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/shifts/{shift}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a turn earlier, or take it off the rota */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                    shift: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Default: now
                         * @example 2026-11-22T08:02:00+01:00
                         */
                        to?: string;
                        /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
                        override?: {
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `SHIFT_PERIOD` A turn on the rota ends after it begins, and what has passed of one stays as it was. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that somebody answers for everybody at every minute
         * @description Of the patients that your teams see; administrators get all of them, counted and not named. Every stretch in which an alert would reach nobody, to the millisecond: no team, a closed one without an open cover, one without a contact, or nobody on its rota. 30 days from now where nothing is said.
         */
        get: {
            parameters: {
                query?: {
                    /** @example 2026-11-22T08:02:00+01:00 */
                    from?: string;
                    /**
                     * @description At most 400 days after `from`
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    to?: string;
                    /** @description Only patients that this team has, answers for or covers */
                    team?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Coverage"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List holes that somebody opened knowingly
         * @description Newest first; of your teams, for administrators of all.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CoverageOverride"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many alerts, how fast, and what came of them
         * @description Of the alerts that opened for a team in a period, from the record alone: from opening to told, seen, acknowledged and resolved; promises kept and passed; outcomes by rule; stale, chattering and floods in the words of ISA-18.2 and EEMUA 191; shifts over the team's budget. `by` adds the same by shift, day, week, rule, concern or severity; as CSV (RFC 4180) one line each.
         */
        get: {
            parameters: {
                query: {
                    team: string;
                    /**
                     * @description Default: 28 days ago
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    from?: string;
                    /**
                     * @description Default: now
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    to?: string;
                    by?: "none" | "shift" | "day" | "week" | "rule" | "concern" | "severity";
                    format?: "json" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoadReport"] | string;
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how many alerts a team can take in a shift
         * @description It changes nothing but what follow-up shows: no alert is ever dropped for it. Null for no budget.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoadBudgetInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            perShift: number | null;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/adherence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often patients measured when their plans asked them to
         * @description Of the patients whom a team has now, by the plans in force at each window. While somebody was paused nothing was expected.
         */
        get: {
            parameters: {
                query: {
                    team: string;
                    /**
                     * @description Default: 28 days ago
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    from?: string;
                    /**
                     * @description Default: now
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdherenceReport"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read whom a team's alerts are told to, step by step */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamEscalation"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Give a team steps of its own
         * @description Every first step is at once. Red: all steps within an hour, repeated every 15 minutes at most, and the team that answers is told when this one closes. Open alerts stay at their step; the next one is by the new policy.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EscalationPolicyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamEscalation"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Go back to the platform's own steps */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamEscalation"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List patients
         * @description Those whom your teams see, by id. Technicians get ids and technical alerts, no names or plans.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    team?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PatientSummary"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Enrol a patient
         * @description The platform makes the id, which says nothing about the person.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolmentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient
         * @description Who it is, who answers, the plan in force, devices in use, and the last reading of each kind.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Patient"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make another team responsible
         * @description Both teams are told. Unless your team stands beside the new one you no longer see the patient.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PatientTeamInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a patient's enrolment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "invited" | "active" | "paused" | "ended";
                            /** @description Null for who has been active all along */
                            from: string | null;
                            /** @description When a pause ends by itself */
                            until: string | null;
                            reason: string | null;
                            /** @description Every change, the latest first */
                            history: {
                                /** @enum {string} */
                                state: "invited" | "active" | "paused" | "ended";
                                /** @description Null for who has been active all along */
                                from: string | null;
                                /** @description When a pause ends by itself */
                                until: string | null;
                                reason: string | null;
                                setBy: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-11-22T07:02:00.000Z
                                 */
                                setAt: string;
                            }[];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Pause, end or resume watching over a patient
         * @description From now on. If-Match is the patient's version. A pause ends by itself; what is measured during it is judged as always, only nothing is expected. Ending closes what is open, takes back what was to be shown and recalls the equipment: what is measured with it later is nobody's, and told as such. Making an ended patient active again gives back what has not been fetched.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolmentChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ENROLMENT_UNCHANGED` The patient's enrolment is that already. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/responsibilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who answers for a patient, and why
         * @description Now or at any instant, who does next, and everything that was agreed.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Default: now
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    at?: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            duty: components["schemas"]["Duty"];
                            items: components["schemas"]["Responsibility"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a team responsible for a patient
         * @description New findings go to whoever answers at that instant, without anybody's acceptance. When what is ordinary changes, what is open goes along; a takeover or palliative care leaves it with who has it until it is handed over.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewResponsibilityInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RESPONSIBILITY_PERIOD` A responsibility begins now or later and ends after it begins; a takeover ends within 90 days. · `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/responsibilities/{responsibility}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a takeover or palliative care earlier
         * @description What is ordinary ends when something else becomes ordinary.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                    responsibility: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Default: now
                         * @example 2026-11-22T08:02:00+01:00
                         */
                        to?: string;
                        reason?: string;
                        /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
                        override?: {
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RESPONSIBILITY_LAST` The patient would have no team of their own. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RESPONSIBILITY_PERIOD` A responsibility begins now or later and ends after it begins; a takeover ends within 90 days. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/sbar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell a patient by SBAR, as things are now
         * @description Situation, background, assessment, recommendation, compiled from what is stored: open alerts and promises, conditions, treatment limitation and plan, values of 14 days, silence, snoozed limits, what came late, who answers now and next.
         */
        get: {
            parameters: {
                query?: {
                    lang?: "sv" | "en";
                    /** @description `html`: a page to print */
                    format?: "json" | "text" | "html";
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sbar"] | string;
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offers to and from your teams
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    team?: string;
                    state?: "offered" | "accepted" | "declined" | "expired" | "withdrawn" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Handover"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Offer what is open to another team
         * @description Alerts, promises and everything else that is open of their patients travel with it, told by an SBAR of each. The other team sees them from now on, and nothing is theirs until somebody there accepts. Unanswered, declined, or when your team closes: both sides' people are told, and what nobody has taken on is told of over there.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewHandoverInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `HANDOVER_OFFERED` One of the alerts is part of another offer that nobody has answered. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `HANDOVER_SAME` A team hands nothing over to itself. · `HANDOVER_EMPTY` There is nothing open to hand over. · `HANDOVER_PERIOD` An offer can be answered for 5 minutes to 12 hours, and a takeover ends after that. · `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{handover}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{handover}/patients/{patient}/sbar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the SBAR that a patient was offered with
         * @description As it was edited, or with `compiled=true` as it was compiled; it does not change afterwards.
         */
        get: {
            parameters: {
                query?: {
                    lang?: "sv" | "en";
                    /** @description `html`: a page to print */
                    format?: "json" | "text" | "html";
                    compiled?: "true" | "false";
                };
                header?: never;
                path: {
                    handover: string;
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sbar"] | string;
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{handover}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offer to your team
         * @description Its alerts are your team's, and what somebody had promised is yours to keep. What was closed meanwhile has dropped out.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `HANDOVER_DECIDED` The offer has been answered already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{handover}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an offer to your team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandoverRefusalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `HANDOVER_DECIDED` The offer has been answered already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{handover}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an offer of your team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `HANDOVER_DECIDED` The offer has been answered already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/next-look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When somebody next looks at what a patient sends
         * @description By the responsible team's hours, with a sentence for the patient. A cover isn't counted: it answers for what is urgent.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextLook"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's plans
         * @description All signed versions, the latest first. The ETag is the latest version's number, 0 when there is none.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Plan"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign a plan
         * @description You sign it, with your password given within the last five minutes. If-Match is the number of the latest version, "0" for the first. What was measured before `validFrom` stays judged by the plan then in force. Values of the patient's own that are new or changed carry your name and today's date.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPlanInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `REAUTHENTICATION_REQUIRED` A signature needs your password again; it was last given more than five minutes ago. · `PHYSICIAN_REQUIRED` The plan has a new text that changes treatment; only a physician signs that. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PLAN_BACKDATED` A plan can't be valid before it is signed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plans/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a plan version */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plans/{version}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare a plan version with an earlier one
         * @description What differs, part by part, in Swedish and English.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Default: the version before */
                    from?: number;
                };
                header?: never;
                path: {
                    patient: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: number | null;
                            to: number;
                            items: components["schemas"]["PlanDifference"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates
         * @description For each condition a plan that can be signed, where its limits come from, and parts to turn on.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Preset"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presets/{condition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a template */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    condition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preset"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plan-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's open drafts
         * @description The one changed last first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PlanDraft"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin a draft
         * @description From templates with `preset`, otherwise from the latest signed version (or from nothing, when there is none). A draft may be unfinished: `problems` says what stands in the way of signing it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPlanDraftInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plan-drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a draft
         * @description With what it changes, in Swedish and English, and what rehearsing it gave.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                    draft: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanDraft"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Change a draft
         * @description What is given replaces that of the draft, or with `preset` all of it. A rehearsal of it no longer holds.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanDraftChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `DRAFT_CLOSED` The draft has been signed or discarded. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Discard a draft */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                    draft: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `DRAFT_CLOSED` The draft has been signed or discarded. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/plan-drafts/{draft}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a draft
         * @description It becomes the patient's next version, with your name and your password given within the last five minutes. What rehearsing it gave is kept with it. Refused when another version has been signed since it was begun.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanSignatureInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. · `REAUTHENTICATION_REQUIRED` A signature needs your password again; it was last given more than five minutes ago. · `PHYSICIAN_REQUIRED` The plan has a new text that changes treatment; only a physician signs that. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `DRAFT_CLOSED` The draft has been signed or discarded. · `DRAFT_OUTDATED` Another version has been signed since the draft was begun. · `COVERAGE_HOLE` Then nobody would answer for somebody at some time within 30 days. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PLAN_BACKDATED` A plan can't be valid before it is signed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read in which state of silence a patient's signals are
         * @description One state for each signal that the plan in force has a measuring schedule for; none without a schedule.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Silence"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the states of silence of your teams' patients
         * @description By patient id, with those for whom nothing is scheduled.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    team?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SilenceOfPatient"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rehearse a plan over a patient's history
         * @description The engine runs the plan in force and yours over the same readings and says what you would have changed: which alerts come, go and move, who is called when, and which confirmed deteriorations would have been missed. Nothing is signed and nobody is alerted. 202 while it runs: ask again at `location`.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Answers when it has ended, and after so many seconds in any case */
                    wait?: number;
                };
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRehearsalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `OVERLOADED` More is waiting than the platform takes on. · `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/rehearsals/{rehearsal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rehearsal that you asked for
         * @description Kept until some fifty later ones have ended, or the platform is started again.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Answers when it has ended, and after so many seconds in any case */
                    wait?: number;
                };
                header?: never;
                path: {
                    patient: string;
                    rehearsal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Cancel a rehearsal
         * @description One that has ended stays as it is.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    patient: string;
                    rehearsal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatientRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rehearse a change over the history of a team's patients
         * @description As for one patient, with the change made to each patient's plan in force. 202 while it runs, with how many patients are done: ask again at `location`, or cancel it there.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Answers when it has ended, and after so many seconds in any case */
                    wait?: number;
                };
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    team: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTeamRehearsalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `OVERLOADED` More is waiting than the platform takes on. · `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}/rehearsals/{rehearsal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a team's rehearsal that you asked for */
        get: {
            parameters: {
                query?: {
                    /** @description Answers when it has ended, and after so many seconds in any case */
                    wait?: number;
                };
                header?: never;
                path: {
                    team: string;
                    rehearsal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Cancel a team's rehearsal
         * @description It ends with the patient at hand. One that has ended stays as it is.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team: string;
                    rehearsal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamRehearsal"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's readings
         * @description Newest first by when they were measured, those that count nowhere too: moved to somebody else, flagged `moved`, or `excluded` by staff.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    kind?: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
                    /**
                     * @description Measured then or later
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    from?: string;
                    /**
                     * @description Measured before
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    to?: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Reading"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a reading is somebody else's
         * @description It is judged there. Here it stays as evidence, flagged `moved`, and alerts that rested on it alone are withdrawn.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    reading: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadingMoveInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The reading's new id */
                            id: string;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a reading, and what was decided about it
         * @description `history` has the alerts that it led to, exclusions and moves, and decisions that a correction changed, oldest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    reading: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadingWithHistory"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exclude a reading
         * @description It tells nothing of the patient: it stays as evidence, flagged `excluded`, and counts nowhere. What depended on it is decided again: alerts that rested on it alone are withdrawn, and readings that were compared with it are judged by what is left. Is it another person's whom you know, move it instead.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    reading: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadingExclusionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadingWithHistory"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `READING_STATE` The reading is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Take an exclusion back
         * @description The reading counts again and is judged again, as late as it is by now. The exclusion stays in its history.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    reading: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadingWithHistory"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `READING_STATE` The reading is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter readings by hand
         * @description All or none are stored. They are judged like those of devices; the answer says what was decided.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ObservationsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Reading"][];
                        };
                    };
                };
                /** @description `PAYLOAD_SHAPE` The payload has a missing or wrong field. · `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNIT_UNKNOWN` The unit does not belong to this kind of reading. · `VALUE_IMPLAUSIBLE` The value lies outside what a living adult can have. · `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a trend
         * @description One metric over time, value by value or as min, max and mean of buckets, with the limits of the plans then in force. Buckets of a day or longer are local dates in the plan's time zone.
         */
        get: {
            parameters: {
                query: {
                    metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
                    /**
                     * @description Default: 90 local days before `to`
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    from?: string;
                    /**
                     * @description Measured before; default: the end of today
                     * @example 2026-11-22T08:02:00+01:00
                     */
                    to?: string;
                    /** @description At most so many buckets; without it value by value, at most 5000 */
                    points?: number;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trend"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the worklist: patients rather than alerts, worst first
         * @description One row for each patient with an active alert, and one for each device or hub. Red before yellow, patients before technology, what nobody has before what somebody has, then the oldest.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what this team answers for */
                    team?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Worklist"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description Worst first, then the oldest. A patient's alerts follow the patient to the team that is responsible now. Technicians get technical alerts only.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description `active`: open and acknowledged */
                    state?: "open" | "acknowledged" | "resolved" | "active" | "all";
                    /** @description Only what this team answers for */
                    team?: string;
                    patient?: string;
                    category?: "clinical" | "technical";
                    severity?: "info" | "yellow" | "red";
                    /** @description Only what you have acknowledged */
                    mine?: "true" | "false";
                    /** @description With the last two weeks of what it is about */
                    curve?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AlertInList"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an alert with its history */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an alert on, with a promise
         * @description Within four hours for a red alert, by the end of the next working day for others. When the promise passes the alert is open again. Of two at once one wins; the other gets 412 with the state it is in now.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcknowledgementInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALERT_TRANSITION` The alert is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PROMISE_TOO_LATE` The promise reaches beyond what is allowed. · `PROMISE_PAST` The promise lies in the past. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an alert: what it was and what was done
         * @description Only an acknowledged alert can be closed.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResolutionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALERT_TRANSITION` The alert is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an alert to somebody to look after, or to yourself
         * @description A colleague is told. It stops no clock: only acknowledging does.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssigneeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALERT_TRANSITION` The alert is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ASSIGNEE` That person can't look after this alert: not there any more, or in no team that sees it. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write something down about an alert
         * @description Stands in its story, also once it is closed. Technicians don't see it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AlertNoteInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep one direction of an alert's concern quiet for a while
         * @description Of an alert that has been taken on. Always with an end: at most 12 hours for a red one, 7 days for others. It breaks at once when it gets worse by the metric's step or more severe, or a safety limit is crossed; another direction and other concerns are not quiet. What was kept quiet and hasn't returned is told at the end.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSnoozeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALERT_TRANSITION` The alert is not in a state where this is possible. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `SNOOZE_SIDE` Only what is measured can be kept quiet, in a direction in which this alert has gone. · `SNOOZE_TOO_LONG` A snooze ends later than now, and not later than allowed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what you just did
         * @description Acknowledging, renewing, closing, assigning or snoozing, within a minute, by whoever did it, as long as nothing else has happened to the alert. It is then as it was, and its clocks go on; that it happened stays in its story.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UndoInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertWithEvents"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. · `UNDO_NOT_YOURS` Somebody else did that. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNDO_TOO_LATE` It can't be taken back any more: a minute has passed, or something else has happened since. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/snoozes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what of a patient is or was kept quiet
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    active?: "true" | "false";
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Snooze"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snoozes/{snooze}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a snooze now
         * @description What it kept quiet and hasn't returned since is told at once.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    snooze: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was told of an alert, and how it reached them
         * @description In the order in which it was decided. Only acknowledging stops further steps: that it arrived doesn't.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Notification"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you, or a team of yours, were told
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    team?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Notification"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read when you are told out of the house */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default true */
                            email: boolean;
                            /** @default null */
                            quiet: {
                                from: string;
                                until: string;
                            } | null;
                            /**
                             * @default own
                             * @enum {string}
                             */
                            push: "own" | "team";
                            /** @default Europe/Stockholm */
                            zone: string;
                            hasEmail: boolean;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Say when you don't want to be told out of the house
         * @description Red alerts reach whoever is on the rota whatever stands here.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NotificationPreferenceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where you want to be told of what you are to know
         * @description Null for nowhere: then your team's function is told all the same. What goes there names nobody.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnEmailInput"];
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the secret with which a team's webhooks are signed
         * @description HMAC-SHA-256 over `<Hemvakt-Timestamp>.<body>`, hexadecimal, in `Hemvakt-Signature`. It follows from the installation's key and is stored nowhere.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}/webhook-secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret with which a team's webhooks are signed
         * @description Until the end of the overlap `Hemvakt-Signature` holds two signatures separated by a comma, by the new secret and by the one before; one of them must be right.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookRotationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the browsers that you are told in
         * @description `key` is the platform's, for `pushManager.subscribe({ applicationServerKey })`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PushBrowsers"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Be told in this browser
         * @description What it shows names nobody. A browser belongs to whoever subscribed it last; at most ten for each person, the oldest goes.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPushBrowserInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PUSH_SERVICE_UNKNOWN` The platform doesn't call this push service. · `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/push/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Be told in a browser no more */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List programs that hear alerts over MQTT */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Integration"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Let a program hear alerts of some teams
         * @description It subscribes to `hv/v1/teams/<team>/alerts` and may say nothing. The platform makes its secret and shows it this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewIntegrationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegrationSecret"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. · `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Integration"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Let it hear nothing more, for good */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change which teams it hears, or what it is for
         * @description What it may no longer hear it doesn't hear from then on, also on a connection that is open.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntegrationChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/integrations/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the old one ends at once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegrationSecret"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `TEAM_CLOSED` The team is closed for good. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a day: why something did, or did not, alert
         * @description Every rule and safety limit of the plans then in force, each with what came nearest and by how much, or what hindered it. The day's readings are judged again from what is stored now; where readings have come since, it is said what was known then.
         */
        get: {
            parameters: {
                query: {
                    /**
                     * @description A local date in the plan's time zone
                     * @example 2026-03-12
                     */
                    on: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExplainedDay"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the engines that have decided
         * @description The newest first. Everybody who is signed in may know. Two stretches with the same version decide the same of the same.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Engine"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far a verification is, and what came of it
         * @description The latest one that somebody asked for since the platform started.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verification"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Have an alert recomputed from the raw messages
         * @description In a process of its own, from an empty store. Nothing waits for it and nothing changes: ask how far it is with GET. One that is waiting or running already is answered as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verification"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was said to a patient
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Prompt"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Say something to a patient
         * @description On every hub that has a device of theirs now, until it was shown or expires.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPromptInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description One for each hub */
                            ids: string[];
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what patients have written and nobody has read
         * @description Of the patients that your teams see, the one that has waited longest first; and what came from a hub of theirs without saying who of several wrote it.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PatientMessageEntry"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{message}/patient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say who wrote a message
         * @description One of nobody's, that one of your teams was told of. The patient's team hears of it as if it came now.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    message: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageAuthorInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a patient and their teams have written to each other
         * @description Newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PatientMessageEntry"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write to a patient
         * @description Shown on every hub that has a device of theirs; where several share one, only that there is a message. What they had written counts as read.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPatientMessageInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ENROLMENT_ENDED` The patient is no longer being watched over. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/messages/{message}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that you have read what a patient wrote
         * @description The patient is told when, and by which team; once, whoever says so again.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    patient: string;
                    message: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List hubs with their devices */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    team?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Hub"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Register a hub
         * @description The platform makes its secret and shows it this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewHubInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HubSecret"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{hub}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a hub */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hub: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Hub"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{hub}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a hub a new secret
         * @description The old one ends at once, with the hub's connections; a revoked hub may connect again.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    hub: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HubSecret"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{hub}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a hub
         * @description Its secret and its connections end at once. What it has sent stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    hub: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a one-time code for a hub
         * @description The hub gets its secret for it, once. Any code before it ends; the present secret holds until then.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProvisioningOrderInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProvisioningCode"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provisioning/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a hub's secret for its one-time code
         * @description For hubs; no session. A code works once and until it expires; every refusal looks alike. After five wrong tries one waits, longer each time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProvisioningClaimInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProvisionedHub"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PROVISIONING_CODE` There is no such hub, or the code is wrong, used or expired. · `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a hub a new secret beside the present one
         * @description The present one ends when the hub first uses the new one, or when the overlap is over.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RotationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HubRotation"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a hub's client certificates */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["HubCertificate"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/certificates/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse one client certificate of a hub for good
         * @description Also one that was never shown. The hub's connections end; its secret and other certificates hold.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateRevocationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the device models */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["DeviceModel"][];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List devices */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    hub?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Device"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Register a device on a hub
         * @description What the hub has sent for it before is the device's from then on.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDeviceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ALREADY_EXISTS` It exists already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a device */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    device: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Device"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/lend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lend a hub with every device in stock behind it
         * @description Nothing that the platform keeps for the hub of the patient before is left when this answers.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LendingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description Those that began or ended with it */
                            assignments: string[];
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ASSIGNMENT_OVERLAP` The device and user slot already belong to somebody in that period. · `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. · `EQUIPMENT_NOT_EMPTIED` The hub has not been connected since its last patient; it may still hold that patient's readings. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a hub back
         * @description Whoever has it has it no more. What was measured until now stays theirs, also when it comes later; what was still to be shown is taken back, and nothing is left of it at the broker.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_NOT_LENT` Nobody has the hub or device now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a hub with another
         * @description Its devices go behind the replacement, whoever has them. What the old one still keeps stays whose it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExchangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_NOT_LENT` Nobody has the hub or device now. · `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. · `ASSIGNMENT_OVERLAP` The device and user slot already belong to somebody in that period. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where a hub is now
         * @description In stock, in repair, lost or retired. Whoever has it has it no more; a lost or retired hub can't connect until it is provisioned anew.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlacementInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/lend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lend a device
         * @description Nothing that the platform keeps for the hub of the patient before is left when this answers.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LendingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description Those that began or ended with it */
                            assignments: string[];
                        };
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ASSIGNMENT_OVERLAP` The device and user slot already belong to somebody in that period. · `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. · `EQUIPMENT_NOT_EMPTIED` The hub has not been connected since its last patient; it may still hold that patient's readings. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a device back
         * @description Whoever has it has it no more. What was measured until now stays theirs, also when it comes later; what was still to be shown is taken back, and nothing is left of it at the broker.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_NOT_LENT` Nobody has the hub or device now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a device with another
         * @description Whoever has it goes on with the replacement, behind the same hub.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExchangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `EQUIPMENT_NOT_LENT` Nobody has the hub or device now. · `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. · `ASSIGNMENT_OVERLAP` The device and user slot already belong to somebody in that period. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where a device is now
         * @description In stock, in repair, lost or retired. Whoever has it has it no more.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlacementInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a device behind another hub
         * @description Whoever has it keeps it. What the former hub still keeps of it stays whose it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeviceMoveInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EquipmentChange"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hubs/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what has happened to a hub
         * @description Newest first. Nothing is ever taken out. Patients of other teams are left out of it.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Event"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what has happened to a device
         * @description Newest first. Nothing is ever taken out. Patients of other teams are left out of it.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Event"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List assignments
         * @description Newest first: those of patients you see, and of devices on your teams' hubs.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    device?: string;
                    patient?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Assignment"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Give a device to a patient
         * @description Or one user slot of it. From a time in the past on, what was kept as nobody's becomes the patient's and is judged as late data.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAssignmentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_BODY` The body could not be read. · `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `ASSIGNMENT_OVERLAP` The device and user slot already belong to somebody in that period. · `EQUIPMENT_PLACE` Where the hub or device is now does not allow this. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `IDEMPOTENCY_REUSED` The idempotency key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{assignment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an assignment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assignment: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{assignment}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an assignment
         * @description Now or earlier; readings measured after the end become nobody's.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /**
                     * @description The ETag that you read
                     * @example "3"
                     */
                    "if-match"?: string;
                    /**
                     * @description 1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer
                     * @example 5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11
                     */
                    "idempotency-key"?: string;
                };
                path: {
                    assignment: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignmentEndInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changed"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. · `CSRF` The request did not come from Hemvakt's own page. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_FAILED` Somebody changed it since you read it. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `PRECONDITION_REQUIRED` If-Match is missing. */
                428: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was set aside
         * @description Newest first, without the bytes.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    hub?: string;
                    device?: string;
                    code?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Quarantined"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one item with its raw bytes
         * @description Only when you see every patient who was assigned to the device then: the bytes may be theirs.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuarantinedBytes"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{patient}/read-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has read a patient's data
         * @description Newest first. Reading it is logged too. Entries are never changed or removed.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    patient: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ReadLogEntry"][];
                            /** @description Give it as `cursor` to read on; null at the end */
                            next: string | null;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
         * Follow what happens
         * @description Server-sent events (WHATWG HTML §9.2). `id` is the event's number, `event` its type, `data`
         *     the object below. After a break the browser sends `Last-Event-ID` by itself and gets what happened since; scripts
         *     may give `?lastEventId=`. Each event is checked against your teams as they are at that moment.
         *
         *     Beside what is in the record there are
         *     - `reading` (no id, not repeated): a new reading of a patient of your teams; read its value at the API;
         *     - `reset`: something was left out (`too-old`, `unknown`: the number isn't among those kept; `slow`: you did
         *       not keep up, and the stream is closed). Read your lists again;
         *     - a comment every 15 seconds.
         *
         *     The stream is closed when the session ends or the account is disabled.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Where to go on, instead of the header */
                    lastEventId?: string;
                };
                header?: {
                    "last-event-id"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A stream of events; the schema is that of each event's `data`. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["Event"];
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `FORBIDDEN` Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the JSON Schemas of device messages */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                url: string;
                            }[];
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a JSON Schema */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A JSON Schema, draft 2020-12 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/schema+json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description `REQUEST_SHAPE` A field is missing or has a wrong value. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `UNAUTHENTICATED` Not signed in, or the session has ended. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `NOT_FOUND` There is no such thing, or it is not yours to see. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `RATE_LIMIT` Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `INTERNAL` Something failed that should not. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `STORE_UNAVAILABLE` The store can't be written right now; nothing was acknowledged. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
        BodyWeightReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "body-weight";
            value: number;
            /** @enum {string} */
            unit: "kg" | "g" | "lb" | "st";
        };
        BloodPressureReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "blood-pressure";
            systolic: number;
            diastolic: number;
            mean?: number;
            /** @description Beats per minute */
            pulse?: number;
            /** @enum {string} */
            unit: "mmHg" | "mm[Hg]" | "kPa";
        };
        OxygenSaturationReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "oxygen-saturation";
            spo2: number;
            /** @description Beats per minute */
            pulse?: number;
            /** @description Supplemental oxygen in L/min; 0: room air; left out: not known */
            oxygenFlow?: number;
            /**
             * @default %
             * @enum {string}
             */
            unit: "%";
        };
        PulseReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "pulse";
            value: number;
            /**
             * @default /min
             * @enum {string}
             */
            unit: "/min" | "bpm";
        };
        TemperatureReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "temperature";
            value: number;
            /** @enum {string} */
            unit: "°C" | "Cel" | "°F" | "[degF]";
            /** @enum {string} */
            site?: "armpit" | "body" | "ear" | "finger" | "gastro-intestinal" | "mouth" | "rectum" | "toe" | "tympanum";
        };
        RespiratoryRateReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "respiratory-rate";
            value: number;
            /**
             * @default /min
             * @enum {string}
             */
            unit: "/min" | "bpm";
        };
        GlucoseReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "glucose";
            value: number;
            /** @enum {string} */
            unit: "mmol/L" | "mg/dL";
        };
        PeakFlowReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "peak-flow";
            value: number;
            /**
             * @default L/min
             * @enum {string}
             */
            unit: "L/min";
        };
        SpirometryReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "spirometry";
            fev1: number;
            fvc?: number;
            /**
             * @default L
             * @enum {string}
             */
            unit: "L";
        };
        ConsciousnessReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "consciousness";
            /**
             * @description Alert, new Confusion, responds to Voice, responds to Pain, Unresponsive
             * @enum {string}
             */
            value: "A" | "C" | "V" | "P" | "U";
        };
        SymptomAnswerInput: {
            question: string;
            answer: string | boolean | number;
        };
        SymptomsReadingInput: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "symptoms";
            questionnaire: string;
            version: string;
            answers: components["schemas"]["SymptomAnswerInput"][];
        };
        /** @description One reading of one device */
        NativeReadingInput: components["schemas"]["BodyWeightReadingInput"] | components["schemas"]["BloodPressureReadingInput"] | components["schemas"]["OxygenSaturationReadingInput"] | components["schemas"]["PulseReadingInput"] | components["schemas"]["TemperatureReadingInput"] | components["schemas"]["RespiratoryRateReadingInput"] | components["schemas"]["GlucoseReadingInput"] | components["schemas"]["PeakFlowReadingInput"] | components["schemas"]["SpirometryReadingInput"] | components["schemas"]["ConsciousnessReadingInput"] | components["schemas"]["SymptomsReadingInput"];
        MeasureAgainInput: {
            enabled: boolean;
            /** @default 3 */
            cap: number;
            text?: string;
        };
        QuantityInput: {
            value: number;
            unit: string;
        };
        PatientTextInput: {
            rule: string;
            text: string;
        };
        TreatmentTextInput: {
            rule: string;
            text: string;
            drug: string;
            dose: string;
            maxDays: number;
            /** Format: date */
            expires: string;
            unless: {
                systolicBelow?: components["schemas"]["QuantityInput"];
                /** @default true */
                dizziness: boolean;
                /** @default true */
                weightBelowReference: boolean;
                /** @default true */
                otherRedAlert: boolean;
            };
        };
        TreatmentsInput: {
            enabled: boolean;
            texts: components["schemas"]["TreatmentTextInput"][];
        };
        RuleInput: {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "limit";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["QuantityInput"];
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "change";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["QuantityInput"];
            days: number;
            /** @enum {string} */
            against: "day" | "extreme";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "reference";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["QuantityInput"];
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "moving-average";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["QuantityInput"];
            short: {
                days: number;
                minimum: number;
            };
            long: {
                days: number;
                minimum: number;
            };
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "n-of-m";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["QuantityInput"];
            atLeast: number;
            days: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "baseline";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            sds: number;
            leastSd: components["schemas"]["QuantityInput"];
            days: number;
            minimum: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "cusum";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            level: "reference" | {
                days: number;
                minimum: number;
            };
            allowance: components["schemas"]["QuantityInput"];
            limit: components["schemas"]["QuantityInput"];
            days: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "oximetry-score";
            limit: number;
            leastSd: {
                saturation: components["schemas"]["QuantityInput"];
                pulse: components["schemas"]["QuantityInput"];
            };
            days: number;
            minimum: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "irregular-pulse";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "oxygen-excess";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "symptoms";
            /** @enum {string} */
            questionnaire: "beat-hf" | "anthonisen" | "dyspnoea-vas";
            atLeast: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "news2";
            atLeast: number;
            orRed: boolean;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "combination";
            of: string[];
            atLeast: number;
            hours: number;
        };
        ScheduleInput: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            windows: {
                from: string;
                until: string;
            }[];
            reminder?: {
                text?: string;
            };
            /**
             * @default measure
             * @enum {string}
             */
            publicHolidays: "measure" | "skip";
        };
        SafetyLimitInput: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["QuantityInput"];
        };
        ReferenceInput: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            value: components["schemas"]["QuantityInput"];
            /** Format: date */
            setOn: string;
            setBy: string;
        };
        SaturationTargetInput: {
            /** @enum {string} */
            range: "88-92" | "94-98";
            /** Format: date */
            setOn: string;
            setBy: string;
        };
        PlanBodyInput: {
            conditions: ("heart-failure" | "copd" | "hypertension")[];
            /** @default Europe/Stockholm */
            zone: string;
            rules: components["schemas"]["RuleInput"][];
            safetyLimits: components["schemas"]["SafetyLimitInput"][];
            references?: components["schemas"]["ReferenceInput"][];
            saturationTarget?: components["schemas"]["SaturationTargetInput"];
            schedules?: components["schemas"]["ScheduleInput"][];
            maxBlind?: number;
            measureAgain?: components["schemas"]["MeasureAgainInput"];
            texts?: components["schemas"]["PatientTextInput"][];
            treatments?: components["schemas"]["TreatmentsInput"];
            /** @enum {string} */
            patientLanguage?: "sv" | "en";
            treatmentLimitation?: string;
        };
        /**
         * @example {
         *       "overrides": {
         *         "weight-rise-3d": {
         *           "amount": {
         *             "value": 1.5,
         *             "unit": "kg"
         *           }
         *         }
         *       },
         *       "add": [],
         *       "remove": []
         *     }
         */
        PlanChangeInput: {
            /**
             * @description By rule id: the parts that replace the rule's. Plans without such a rule stay as they are
             * @default {}
             */
            overrides: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @default [] */
            add: components["schemas"]["RuleInput"][];
            /** @default [] */
            remove: string[];
        };
        HoursInput: {
            weekly: {
                from: string;
                until: string | "24:00";
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            }[];
            /**
             * @default as-sunday
             * @enum {string}
             */
            publicHolidays: "as-sunday" | "as-usual" | "closed";
            /** @default [] */
            exceptions: {
                /** Format: date */
                date: string;
                openings: {
                    from: string;
                    until: string | "24:00";
                }[];
                reason: string;
            }[];
        };
        ContactInput: {
            phone?: string;
            /** Format: email */
            email?: string;
            /** Format: uri */
            webhook?: string;
        };
        EscalationWaitInput: {
            minutes: number;
        } | {
            openMinutes: number;
        } | {
            openDays: number;
        };
        EscalationPolicyInput: {
            red: {
                steps: {
                    after: components["schemas"]["EscalationWaitInput"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWaitInput"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            yellow: {
                steps: {
                    after: components["schemas"]["EscalationWaitInput"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWaitInput"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            info: {
                steps: {
                    after: components["schemas"]["EscalationWaitInput"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWaitInput"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            technical: {
                steps: {
                    after: components["schemas"]["EscalationWaitInput"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWaitInput"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
        };
        /**
         * @example {
         *       "email": true,
         *       "quiet": {
         *         "from": "21:00",
         *         "until": "07:00"
         *       }
         *     }
         */
        NotificationPreferenceInput: {
            /** @default true */
            email: boolean;
            /** @default null */
            quiet: {
                from: string;
                until: string;
            } | null;
            /**
             * @default own
             * @enum {string}
             */
            push: "own" | "team";
            /** @default Europe/Stockholm */
            zone: string;
        };
        /**
         * @example {
         *       "type": "/errors/PRECONDITION_FAILED",
         *       "title": "Somebody changed it since you read it.",
         *       "status": 412,
         *       "code": "PRECONDITION_FAILED",
         *       "action": "Caller: read it again, then decide.",
         *       "retryable": false,
         *       "instance": "req-1f"
         *     }
         */
        ProblemInput: {
            /** @description `/errors/<code>`, relative to this API's address */
            type: string;
            /** @description What happened, the same for every problem of this code */
            title: string;
            status: number;
            /** @description What exactly, without identity or clinical values */
            detail?: string;
            code: string;
            /** @description Whose move it is and what to do */
            action: string;
            /** @description Whether the same request, unchanged, may succeed later */
            retryable: boolean;
            /** @description The request's id, to find it in the log */
            instance: string;
            /** @description The fields at fault; values are never echoed */
            errors?: {
                path: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        ShiftInput: {
            id: number;
            /** @description For If-Match */
            version: number;
            team: string;
            staff: string;
            name: string | null;
            /** @enum {string} */
            role: "primary" | "secondary" | "manager";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
        };
        AdherenceInput: {
            /** @description Windows of the plan in force that ended in the period */
            expected: number;
            /** @description With a sound value measured in them, whenever it came */
            measured: number;
            /** @description With one measured after them and before the next */
            afterwards: number;
            missed: number;
            /** @description measured / expected; null when nothing was expected */
            share: number | null;
        };
        AdherenceReportInput: {
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            all: components["schemas"]["AdherenceInput"];
            signals: {
                signal: string;
                adherence: components["schemas"]["AdherenceInput"];
            }[];
            /** @description Those who missed most first; empty for administrators */
            patients: {
                patient: string;
                signal: string;
                adherence: components["schemas"]["AdherenceInput"];
            }[];
        };
        /**
         * @example {
         *       "metric": "body-weight",
         *       "value": 84.7,
         *       "exact": "84.72",
         *       "unit": "kg",
         *       "ucum": "kg",
         *       "loinc": "29463-7"
         *     }
         */
        MeasuredValueInput: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            /** @description Rounded half to even to the metric's decimals, as people are shown it */
            value: number;
            /** @description The stored value as a decimal: what limits compare */
            exact: string;
            /** @description As written beside the number */
            unit: string;
            /** @description The same unit in UCUM */
            ucum: string;
            /** @description Left out for scores, which have none */
            loinc?: string;
        };
        CurveInput: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            unit: string;
            /** @description The last 14 local days in at most 28 buckets; those that hold something */
            points: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                min: number;
                max: number;
                mean: number;
            }[];
            /** @description The newest value itself, which a bucket's mean may hide */
            last: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                value: number;
            } | null;
            /** @description The limit that was passed; null for changes */
            limit: number | null;
        };
        /**
         * @example {
         *       "sv": "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).",
         *       "en": "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg)."
         *     }
         */
        SentenceInput: {
            sv: string;
            en: string;
        };
        FindingInput: {
            rule: string;
            /** @enum {string} */
            kind: "limit" | "change" | "reference" | "moving-average" | "n-of-m" | "baseline" | "cusum" | "oximetry-score" | "irregular-pulse" | "oxygen-excess" | "symptoms" | "news2" | "combination" | "safety";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            direction: "above" | "below";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            value: components["schemas"]["MeasuredValueInput"];
            /** @description The limit, or the allowed amount; left out where there is none */
            limit?: components["schemas"]["MeasuredValueInput"];
            /** @description What the value was compared with */
            reference?: components["schemas"]["MeasuredValueInput"];
            /** @description What it rests on, the judged reading first */
            readings: string[];
            uncertain: ("time" | "quality" | "implausible" | "unattributed")[];
            /** @description Which plan says so: the one in force when the value was `measured`, or the `current` one when it was judged; null where both are the same, or both say it */
            plan: {
                version: number;
                /** @enum {string} */
                basis: "measured" | "current";
            } | null;
            explanation: components["schemas"]["SentenceInput"];
        };
        AlertTellingInput: {
            /** @description From 0 */
            step: number;
            /** @description How often all were told again after the last step */
            repeats: number;
            /** @description All steps are through */
            last: boolean;
            /** @description The team whose steps these are */
            team: string;
            /** @enum {string} */
            why: "opened" | "worsened" | "reopened" | "promise-passed" | "unanswered" | "repeated" | "team-closed" | "duty-moved" | "found-open" | "handover-failed";
            to: {
                team: string;
                /** @description Null for the team's function */
                staff: string | null;
                name: string | null;
                role: ("primary" | "secondary" | "manager") | null;
            }[];
            /** @description The technical alert with which this one was told */
            foldedInto: string | null;
            explanation: components["schemas"]["SentenceInput"];
        };
        AlertEscalationInput: {
            /** @description From 0 */
            step: number;
            /** @description How often all were told again after the last step */
            repeats: number;
            /** @description All steps are through */
            last: boolean;
            /** @description The team whose steps these are */
            team: string;
            /** @enum {string} */
            why: "opened" | "worsened" | "reopened" | "promise-passed" | "unanswered" | "repeated" | "team-closed" | "duty-moved" | "found-open" | "handover-failed";
            to: {
                team: string;
                /** @description Null for the team's function */
                staff: string | null;
                name: string | null;
                role: ("primary" | "secondary" | "manager") | null;
            }[];
            /** @description The technical alert with which this one was told */
            foldedInto: string | null;
            explanation: components["schemas"]["SentenceInput"];
            /**
             * Format: date-time
             * @description When that step was decided
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            next: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                explanation: components["schemas"]["SentenceInput"];
            };
        };
        /**
         * @example {
         *       "given": "Greta",
         *       "family": "Exempel",
         *       "born": "1941-03-02",
         *       "age": 85
         *     }
         */
        PatientNameInput: {
            given: string;
            family: string;
            born: string | null;
            /** @description Whole years today */
            age: number | null;
        };
        /**
         * @example {
         *       "id": "1-mibxc2w0-0",
         *       "kind": "body-weight",
         *       "values": [
         *         {
         *           "metric": "body-weight",
         *           "value": 84.7,
         *           "exact": "84.72",
         *           "unit": "kg",
         *           "ucum": "kg",
         *           "loinc": "29463-7"
         *         }
         *       ],
         *       "measuredAt": "2026-11-22T06:03:11.000Z",
         *       "receivedAt": "2026-11-22T06:08:00.000Z",
         *       "clock": "good",
         *       "flags": [],
         *       "decision": "finding",
         *       "planVersion": 2,
         *       "device": "uc352-3f9a",
         *       "user": 1,
         *       "alerts": [
         *         "a-1042-1"
         *       ]
         *     }
         */
        ReadingInput: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValueInput"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
        };
        SnoozeInput: {
            id: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @description Metric and direction, such as body-weight/above */
            side: string;
            alert: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            until: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            by: {
                staff: string;
                name: string | null;
            };
            reason: string;
            /** @description Before its time: by hand, replaced, undone, or broken (worse, more-severe, safety-limit) */
            ended: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                by: string;
                reason: string;
            } | null;
            /** @description Something was kept quiet that will be told at the end */
            held: boolean;
        };
        StaffNameInput: {
            staff: string;
            name: string | null;
        };
        PromiseInput: {
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            due: string;
        };
        AlertInput: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientNameInput"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["SentenceInput"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffNameInput"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["PromiseInput"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalationInput"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffNameInput"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["SnoozeInput"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffNameInput"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
        };
        AlertEventInput: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @enum {string} */
            event: "opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone";
            actor: {
                /** @enum {string} */
                type: "staff" | "hub" | "platform";
                id: string;
                name: string | null;
            };
            /** @description Null where it would tell a technician a measured value */
            reason: string | null;
            explanation: components["schemas"]["SentenceInput"] | null;
            severity: ("info" | "yellow" | "red") | null;
            state: ("open" | "acknowledged" | "resolved") | null;
            promise: components["schemas"]["PromiseInput"] | null;
            /** @description What somebody wrote; null for technicians */
            note: string | null;
            assignee: string | null;
            /** @description What was taken back */
            undone: ("opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone") | null;
            /** @description For a snooze */
            until: string | null;
            planVersion: number | null;
            /** @description Version of the engine that decided it; null for what is older than the noting of engines */
            engine: string | null;
            lateBySeconds: number | null;
            /** @description Who was told, where people were */
            told: components["schemas"]["AlertTellingInput"] | null;
            findings: components["schemas"]["FindingInput"][];
            reading: {
                id: string;
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                values: components["schemas"]["MeasuredValueInput"][];
            } | null;
        };
        AlertWithEventsInput: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientNameInput"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["SentenceInput"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffNameInput"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["PromiseInput"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalationInput"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffNameInput"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["SnoozeInput"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffNameInput"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
            /** @description Version of the engine that opened it; see `GET /engines` */
            engine: string | null;
            events: components["schemas"]["AlertEventInput"][];
        };
        AlertInListInput: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientNameInput"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["SentenceInput"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffNameInput"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["PromiseInput"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalationInput"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffNameInput"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["SnoozeInput"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffNameInput"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
            /** @description Only when asked for, and only where it has values */
            curve: components["schemas"]["CurveInput"] | null;
        };
        AcknowledgementInput: {
            promise: {
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T08:02:00+01:00
                 */
                due: string;
            };
        };
        /**
         * @example {
         *       "outcome": "true",
         *       "action": "medication",
         *       "note": "Furosemide doubled, 3 days."
         *     }
         */
        ResolutionInput: {
            /**
             * @description What it was
             * @enum {string}
             */
            outcome: "true" | "technique" | "device" | "limit-wrong" | "other";
            /**
             * @description What was done
             * @enum {string}
             */
            action: "advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none";
            note?: string;
        };
        EnrolmentStateInput: {
            /** @enum {string} */
            state: "invited" | "active" | "paused" | "ended";
            /** @description Null for who has been active all along */
            from: string | null;
            /** @description When a pause ends by itself */
            until: string | null;
            reason: string | null;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "hub": "hv-0312",
         *       "model": "generic-weight",
         *       "place": "lent",
         *       "battery": 80,
         *       "firmware": null,
         *       "lastReading": {
         *         "receivedAt": "2026-11-22T07:02:00.000Z",
         *         "clock": "good"
         *       },
         *       "version": 3
         *     }
         */
        DeviceInput: {
            id: string;
            hub: string;
            model: string;
            /**
             * @description `lent`: somebody has it now; of a hub: a device behind it
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled" | "lent";
            /** @description Per cent; null when it was never told */
            battery: number | null;
            firmware: string | null;
            /** @description When what it measured last came, and how far its clock can be trusted; never the value */
            lastReading: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                receivedAt: string;
                /** @enum {string} */
                clock: "good" | "suspect" | "unknown" | "wrong";
            } | null;
            version: number;
        };
        HubInput: {
            id: string;
            team: string;
            /** @description Where its devices' local times are */
            zone: string;
            /** @enum {string} */
            forwarding: "live" | "store-and-forward";
            /**
             * @description `lent`: somebody has it now; of a hub: a device behind it
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled" | "lent";
            online: boolean;
            lastSeen: string | null;
            /** @description Its last sign, when that is more than 30 minutes ago; null for a hub never seen */
            silentSince: string | null;
            /** @description Per cent; null when it was never told */
            battery: number | null;
            firmware: string | null;
            revokedAt: string | null;
            /** @description When its one-time code ends; null when it has none */
            codeUntil: string | null;
            /** @description It has a new secret that it has not used; until then the former one is taken */
            overlapUntil: string | null;
            version: number;
            devices: components["schemas"]["DeviceInput"][];
            /** @description What the broker refused of this hub, or of somebody who claimed to be it; the latest first */
            refusals: {
                code: string;
                title: string;
                action: string;
                count: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                lastAt: string;
            }[];
        };
        AssignmentInput: {
            id: number;
            device: string;
            model: string;
            hub: string;
            /** @description The user slot; null: whoever uses the device */
            user: number | null;
            /** @description Null when it is a patient of another team */
            patient: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            to: string | null;
            version: number;
        };
        SilenceInput: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            /**
             * @description Exactly one; of several that hold the first in this order
             * @enum {string}
             */
            state: "paused" | "hub-offline" | "device-fault" | "never-received" | "overdue" | "due" | "fresh";
            /**
             * Format: date-time
             * @description Since when it has been so
             * @example 2026-11-22T07:02:00.000Z
             */
            since: string;
            /** @description Why it is paused, or the code of the device's fault in the error catalogue */
            reason: string | null;
            /** @description When the newest sound value was measured */
            lastMeasuredAt: string | null;
            /** @description The end of the window that is open or comes next */
            nextCutOff: string | null;
            /** @description Windows missed in a row until now */
            missed: number;
            /** @description After how many the team is told */
            maxBlind: number;
            /** @description Whether so many have been missed, whatever the cause */
            blind: boolean;
            /** @description When a window whose cut-off fell into a downtime will be decided */
            decidesAt: string | null;
            explanation: components["schemas"]["SentenceInput"];
        };
        SignalStateInput: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            /**
             * @description Exactly one; of several that hold the first in this order
             * @enum {string}
             */
            state: "paused" | "hub-offline" | "device-fault" | "never-received" | "overdue" | "due" | "fresh";
            blind: boolean;
        };
        ResponsibleTeamInput: {
            id: string;
            name: string;
            provider: string;
            unit: string;
            zone: string;
            phone: string | null;
        };
        PatientSummaryInput: {
            id: string;
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            enrolledAt: string;
            version: number;
            enrolment: components["schemas"]["EnrolmentStateInput"];
            /** @description Null for technicians */
            name: components["schemas"]["PatientNameInput"] | null;
            /** @description Null for technicians */
            conditions: ("heart-failure" | "copd" | "hypertension")[] | null;
            /** @description The plan version in force; null when there is none */
            planVersion: number | null;
            /** @description Alerts that nobody has resolved, by severity; for technicians the technical ones */
            alerts: {
                red: number;
                yellow: number;
                info: number;
            };
            /** @description The state of each signal that the plan has a schedule for; null for technicians */
            silence: components["schemas"]["SignalStateInput"][] | null;
            worst: {
                alert: string;
                /** @enum {string} */
                concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                openedAt: string;
            } | null;
        };
        LatestReadingInput: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValueInput"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
            ageSeconds: number;
        };
        PatientInput: {
            id: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            enrolledAt: string;
            enrolment: components["schemas"]["EnrolmentStateInput"];
            name: components["schemas"]["PatientNameInput"];
            phone: string | null;
            personalNumber: string | null;
            team: components["schemas"]["ResponsibleTeamInput"];
            /** @description The plan version in force */
            plan: {
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                validFrom: string;
                conditions: ("heart-failure" | "copd" | "hypertension")[];
                treatmentLimitation: string | null;
            } | null;
            /** @description The If-Match of the next plan; 0 when there is none */
            latestPlanVersion: number;
            alerts: {
                id: string;
                /** @enum {string} */
                concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
                /** @enum {string} */
                category: "clinical" | "technical";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                openedAt: string;
            }[];
            /** @description One for each signal that the plan has a schedule for */
            silence: components["schemas"]["SilenceInput"][];
            /** @description Those that have not ended */
            assignments: components["schemas"]["AssignmentInput"][];
            /** @description The newest reading of each kind */
            latest: components["schemas"]["LatestReadingInput"][];
        };
        ChangedInput: {
            id: string;
            version: number;
        };
        /**
         * @example {
         *       "team": "team-north",
         *       "given": "Greta",
         *       "family": "Exempel",
         *       "born": "1941-03-02"
         *     }
         */
        EnrolmentInput: {
            team: string;
            given: string;
            family: string;
            /** Format: date */
            born?: string;
            phone?: string;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "team": "team-north",
         *       "forwarding": "live"
         *     }
         */
        NewHubInput: {
            id: string;
            team: string;
            /** @default Europe/Stockholm */
            zone: string;
            /**
             * @description `live`: keeps nothing, so that a reading without a time was measured when it came
             * @default store-and-forward
             * @enum {string}
             */
            forwarding: "live" | "store-and-forward";
        };
        HubSecretInput: {
            id: string;
            version: number;
            /** @description Shown this once. Null when a repeated request gives the first answer: make a new one */
            secret: string | null;
        };
        DeviceModelInput: {
            id: string;
            name: string;
            /** @enum {string} */
            type: "scale" | "cuff" | "oximeter" | "thermometer" | "glucose-meter" | "gateway";
            /** @enum {string} */
            transport: "bluetooth" | "mqtt";
            /** @description The document that its decoder follows */
            source: string;
            about: string;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "hub": "hv-0312",
         *       "model": "generic-weight"
         *     }
         */
        NewDeviceInput: {
            id: string;
            hub: string;
            model: string;
        };
        LendingInput: {
            patient: string;
            /** @description The user slot; absent: whoever uses it */
            user?: number;
            /**
             * Format: date-time
             * @description Default: now. May lie in the past
             * @example 2026-11-22T08:02:00+01:00
             */
            from?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T08:02:00+01:00
             */
            to?: string;
            /**
             * @description The hub's memory was emptied by hand
             * @default false
             */
            emptied: boolean;
        };
        /**
         * @example {
         *       "replacement": "uc352-77b0",
         *       "place": "repair"
         *     }
         */
        ExchangeInput: {
            replacement: string;
            /**
             * @description Where the old one goes
             * @default repair
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled";
        };
        /**
         * @example {
         *       "place": "retired"
         *     }
         */
        PlacementInput: {
            /** @enum {string} */
            place: "stock" | "repair" | "lost" | "retired" | "recalled";
        };
        /**
         * @example {
         *       "hub": "hv-0313"
         *     }
         */
        DeviceMoveInput: {
            hub: string;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "version": 4,
         *       "assignments": [
         *         "17"
         *       ]
         *     }
         */
        EquipmentChangeInput: {
            id: string;
            version: number;
            /** @description Those that began or ended with it */
            assignments: string[];
        };
        NewAssignmentInput: {
            device: string;
            /** @description The user slot; absent: whoever uses the device */
            user?: number;
            patient: string;
            /**
             * Format: date-time
             * @description Default: now. May lie in the past
             * @example 2026-11-22T08:02:00+01:00
             */
            from?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T08:02:00+01:00
             */
            to?: string;
        };
        ReadingWithHistoryInput: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValueInput"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
            /** @description Why it counts nowhere, if staff said so */
            exclusion: {
                /** @enum {string} */
                reason: "technique" | "other-person" | "device" | "test" | "other";
                note: string | null;
                /** @description Staff id */
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
            } | null;
            history: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                /** @description `reading.excluded`, `reading.included`, `reading.moved`, `reading.judged-again`, `reading.history`, or what it did to an alert */
                event: string;
                actor: string;
                reason: string;
                alert: string | null;
                explanation: components["schemas"]["SentenceInput"] | null;
                findings: components["schemas"]["FindingInput"][];
                /** @description What had been decided until then */
                was: {
                    /** @enum {string} */
                    decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
                    planVersion: number | null;
                } | null;
                /** @description What is decided from then on, where a correction changed it */
                now: {
                    /** @enum {string} */
                    decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
                    planVersion: number | null;
                } | null;
                note: string | null;
            }[];
        };
        CoverageHoleInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @enum {string} */
            reason: "no-responsible-team" | "closed" | "no-contact" | "nobody-on-call";
            team: string | null;
            explanation: components["schemas"]["SentenceInput"];
            /** @description How many patients it concerns */
            count: number;
            /** @description Their ids; null for administrators */
            patients: string[] | null;
        };
        CoverageInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @description Watched over at some time in the stretch */
            patients: number;
            patientMinutes: number;
            /** @description Of them without anybody to answer, rounded up */
            uncoveredMinutes: number;
            holes: components["schemas"]["CoverageHoleInput"][];
            /** @description Teams on whose rota nobody is first from then on */
            rotaEnds: {
                team: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
            }[];
        };
        CoverageOverrideInput: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            staff: string;
            reason: string;
            /** @description The kind of command */
            what: string;
            holes: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                /** @enum {string} */
                reason: "no-responsible-team" | "closed" | "no-contact" | "nobody-on-call";
                team: string | null;
                /** @description How many patients it concerns */
                count: number;
            }[];
        };
        EngineInput: {
            /** @description SHA-256 of what decides */
            version: string;
            /** @description The first command it decided */
            fromCommand: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            release: string;
            node: string;
            /** @description A SHA-256 for each part, by its name */
            parts: {
                [key: string]: string;
            };
        };
        EnrolmentChangeInput: {
            /** @constant */
            state: "invited";
            /** @description What the coded reason doesn't say */
            note?: string;
        } | {
            /** @constant */
            state: "active";
            /** @description What the coded reason doesn't say */
            note?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        } | {
            /** @constant */
            state: "paused";
            /**
             * Format: date-time
             * @example 2026-11-22T08:02:00+01:00
             */
            until: string;
            /** @enum {string} */
            reason: "admitted" | "travelling" | "own-wish" | "equipment" | "other";
            /** @description What the coded reason doesn't say */
            note?: string;
        } | {
            /** @constant */
            state: "ended";
            /** @enum {string} */
            reason: "deceased" | "goal-reached" | "own-wish" | "moved" | "other-care" | "other";
            /** @description What the coded reason doesn't say */
            note?: string;
        };
        /**
         * @example {
         *       "seq": 412,
         *       "at": "2026-11-22T07:02:00.000Z",
         *       "type": "alert.opened",
         *       "alert": "a9c-0",
         *       "patient": "greta",
         *       "team": "team-north",
         *       "actor": "hub:hub-greta",
         *       "reason": "weight-rise",
         *       "data": {
         *         "concern": "weight-gain",
         *         "category": "clinical",
         *         "severity": "red",
         *         "state": "open",
         *         "version": 1
         *       }
         *     }
         */
        EventInput: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            type: string;
            alert: string | null;
            patient: string | null;
            team: string;
            actor: string;
            reason: string;
            data: {
                [key: string]: unknown;
            };
        };
        TeamEscalationInput: {
            team: string;
            /** @description The team's; the ETag */
            version: number;
            /** @description False where the platform's own steps are in force */
            own: boolean;
            policy: components["schemas"]["EscalationPolicyInput"];
        };
        RuleAnswerInput: {
            /** @enum {string} */
            verdict: "finding" | "inside" | "not-evaluable";
            reading: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            sentence: components["schemas"]["SentenceInput"];
            /** @description How far inside the limit, exactly; below 0 beyond it. Null where that is no whole number of stored units */
            margin: components["schemas"]["MeasuredValueInput"] | null;
            /** @description Of a finding: what was done with it */
            becameOf: components["schemas"]["SentenceInput"] | null;
            alert: string | null;
            /** @description What it would have said with what had arrived when the reading came; null when the same */
            asKnown: components["schemas"]["SentenceInput"] | null;
        };
        RuleDayInput: {
            /** @description Null for the general safety limits without a plan */
            planVersion: number | null;
            rule: string;
            /** @enum {string} */
            kind: "limit" | "change" | "reference" | "moving-average" | "n-of-m" | "baseline" | "cusum" | "oximetry-score" | "irregular-pulse" | "oxygen-excess" | "symptoms" | "news2" | "combination" | "safety";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            /** @enum {string} */
            direction: "above" | "below";
            /** @enum {string} */
            outcome: "finding" | "inside" | "not-evaluable" | "nothing-measured";
            /** @description How many readings it was asked about */
            asked: number;
            /** @description Why it did or did not find anything */
            sentence: components["schemas"]["SentenceInput"];
            /** @description The findings, or the nearest reading; then one for each reason why a reading did not count */
            answers: components["schemas"]["RuleAnswerInput"][];
        };
        ExplainedDayInput: {
            patient: string;
            /** Format: date */
            on: string;
            zone: string;
            plans: {
                version: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
            }[];
            /** @description Whether the patient was watched over, and by which plan */
            remarks: components["schemas"]["SentenceInput"][];
            rules: components["schemas"]["RuleDayInput"][];
            /** @description Measured, and no rule is about it */
            unwatched: {
                /** @enum {string} */
                metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
                sentence: components["schemas"]["SentenceInput"];
            }[];
            readings: {
                id: string;
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
                values: components["schemas"]["MeasuredValueInput"][];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                receivedAt: string;
                /** @description How late it was, and why it doesn't count */
                remarks: components["schemas"]["SentenceInput"][];
            }[];
        };
        /** @description The four parts as text, a sentence a line */
        SbarInput: {
            situation: string;
            background: string;
            assessment: string;
            recommendation: string;
        };
        NewHandoverInput: {
            /** @description One of your teams */
            from: string;
            to: string;
            /** @description Default: everything open that `from` has, or of `patients` */
            alerts?: string[];
            patients?: string[];
            /**
             * Format: date-time
             * @description The receiver also answers for the patients until then, from when it accepts
             * @example 2026-11-22T08:02:00+01:00
             */
            takeoverUntil?: string;
            /**
             * @description How long it can be answered
             * @default 30
             */
            minutes: number;
            note?: string;
            /** @description By patient: the text as you have edited it */
            sbar?: {
                [key: string]: {
                    sv?: components["schemas"]["SbarInput"];
                    en?: components["schemas"]["SbarInput"];
                };
            };
        };
        HandoverInput: {
            id: string;
            /** @description For If-Match */
            version: number;
            from: string;
            to: string;
            /** @enum {string} */
            state: "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            offeredBy: {
                staff: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            offeredAt: string;
            /**
             * Format: date-time
             * @description Or when the team that offers it closes, if that is earlier
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            takeoverUntil: string | null;
            note: string | null;
            decided: {
                by: {
                    staff: string;
                    name: string | null;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                reason: string | null;
            } | null;
            patients: {
                patient: string;
                edited: boolean;
            }[];
            alerts: {
                alert: string;
                patient: string | null;
                severity: string;
                state: string;
                outcome: ("taken" | "closed") | null;
            }[];
        };
        IntegrationInput: {
            id: string;
            /** @description What it is for, and who answers for it */
            about: string;
            teams: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
            revokedAt: string | null;
            /** @description With which it signs in over MQTT */
            username: string;
            version: number;
        };
        IntegrationSecretInput: {
            id: string;
            version: number;
            username: string;
            /** @description Shown this once. Null when a repeated request gives the first answer */
            secret: string | null;
        };
        /** @description Seconds from opening; nearest-rank percentiles */
        AlertTimesInput: {
            n: number;
            median: number;
            p90: number;
            p95: number;
            max: number;
        };
        LoadFiguresInput: {
            alerts: number;
            bySeverity: {
                info: number;
                yellow: number;
                red: number;
            };
            technical: number;
            late: number;
            /** @description Open again by a worse value or a promise that passed */
            reopened: number;
            /** @description How often people were told, all steps added up */
            tellings: number;
            times: {
                told?: components["schemas"]["AlertTimesInput"];
                seen?: components["schemas"]["AlertTimesInput"];
                acknowledged?: components["schemas"]["AlertTimesInput"];
                resolved?: components["schemas"]["AlertTimesInput"];
            };
            promises: {
                given: number;
                kept: number;
                passed: number;
                renewed: number;
            };
            outcomes: {
                true: number;
                technique: number;
                device: number;
                "limit-wrong": number;
                other: number;
                withdrawn: number;
                none: number;
            };
            actions: {
                advice?: number;
                medication?: number;
                visit?: number;
                "physician-contacted"?: number;
                "to-hospital"?: number;
                "device-exchanged"?: number;
                none?: number;
            };
            /** @description Of those that somebody closed, the share that were true; 95 % interval of Wilson */
            truth: {
                closed: number;
                true: number;
                share: number;
                low: number;
                high: number;
            } | null;
            /** @description Not closed within a day and night */
            stale: number;
        };
        LoadReportInput: {
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @enum {string} */
            by: "none" | "shift" | "day" | "week" | "rule" | "concern" | "severity";
            budget: {
                perShift: number;
            } | null;
            all: components["schemas"]["LoadFiguresInput"];
            groups: {
                key: string;
                figures: components["schemas"]["LoadFiguresInput"];
            }[];
            rates: {
                /** @description The most that opened within any ten minutes */
                peak: number;
                /** @description The mean over the period */
                perTenMinutes: number;
                /** @description EEMUA 191: ten in ten minutes, until fewer than five */
                floods: {
                    /**
                     * Format: date-time
                     * @example 2026-11-22T07:02:00.000Z
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T07:02:00.000Z
                     */
                    to: string;
                    alerts: number;
                }[];
                /** @description Opened three times or more within a day and night; without patients for administrators */
                chattering: {
                    subject: string;
                    concern: string;
                    opened: number;
                }[];
                shifts: {
                    /** Format: date */
                    day: string;
                    shift: string;
                    alerts: number;
                }[];
            };
            overBudget: {
                /** Format: date */
                day: string;
                shift: string;
                alerts: number;
            }[];
        };
        NextLookInput: {
            /** @description Who looks; null when that isn't known */
            team: components["schemas"]["ResponsibleTeamInput"] | null;
            /** @description When the responsible team is next there, now if it is. Null when not within 30 days, or when the patient isn't being watched over */
            at: string | null;
            /** @description For the patient: what is known, and whom to call */
            explanation: components["schemas"]["SentenceInput"];
        };
        NotificationInput: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @enum {string} */
            occasion: "alert" | "escalation" | "promise-passed" | "promise-renewed" | "team-closed" | "handover-offered" | "handover-failed" | "assigned" | "message" | "message-waiting";
            alert: string | null;
            severity: ("info" | "yellow" | "red") | null;
            team: string;
            /** @description Null: the team's function */
            staff: string | null;
            name: string | null;
            role: ("primary" | "secondary" | "manager") | null;
            step: number | null;
            /** @description When they, or somebody of the team, opened it in Hemvakt */
            seenAt: string | null;
            deliveries: {
                /** @enum {string} */
                channel: "email" | "webhook" | "push";
                /** @enum {string} */
                state: "queued" | "accepted" | "failed";
                /** @description More than one where it was tried again */
                attempts: number;
                nextAt: string | null;
                settledAt: string | null;
                /** @description Why the last attempt failed */
                code: string | null;
            }[];
        };
        WebhookSecretInput: {
            secret: string;
            /** @description Until when the secret before this one signs as well */
            overlapUntil: string | null;
            version: number;
        };
        /**
         * @example {
         *       "readings": [
         *         {
         *           "kind": "respiratory-rate",
         *           "value": 22,
         *           "unit": "/min"
         *         },
         *         {
         *           "kind": "consciousness",
         *           "value": "A"
         *         },
         *         {
         *           "kind": "blood-pressure",
         *           "systolic": 118,
         *           "diastolic": 70,
         *           "unit": "mmHg",
         *           "at": "2026-11-22T10:15:00+01:00"
         *         }
         *       ]
         *     }
         */
        ObservationsInput: {
            /** @description Items of `readings` in the device contract; without `at` they were measured now */
            readings: ({
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            } & {
                [key: string]: unknown;
            })[];
        };
        PatientMessageEntryInput: {
            id: string;
            /** @description Null while it isn't known who wrote it */
            patient: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @description Null: the patient */
            author: {
                staff: string;
                name: string | null;
            } | null;
            text: string;
            hub: string | null;
            /** @description The user slot that was given */
            for: number | null;
            /** @description When somebody of the team read it */
            seenAt: string | null;
            seenBy: {
                staff: string;
                name: string | null;
            } | null;
            /** @description When the home showed what staff wrote, or that it was read */
            shownAt: string | null;
        };
        PlanChangesInput: {
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        PlanDifferenceInput: {
            /** @enum {string} */
            part: "rule" | "safety-limit" | "reference" | "schedule" | "field";
            /** @description The rule's id, the limit's side, the metric, the signal or the field */
            id: string;
            /** @description Null where it is new */
            before: unknown;
            /** @description Null where it is gone */
            after: unknown;
            sentence: {
                sv: string;
                en: string;
            };
        };
        PlanDraftInput: {
            id: string;
            /** @enum {string} */
            state: "open" | "signed" | "discarded";
            /** @description The signed version that it was begun from; 0 when there was none */
            base: number;
            /** @description Whether another version has been signed since */
            outdated: boolean;
            /** @description What there is of a PlanBody */
            body: {
                [key: string]: unknown;
            };
            /** @description What stands in the way of signing it; empty when it is a whole plan */
            problems: {
                path: string;
                message: string;
            }[];
            /** @description What differs from the version that it was begun from; null while it is no whole plan */
            differences: components["schemas"]["PlanDifferenceInput"][] | null;
            /** @description What rehearsing it gave; null when it has not been rehearsed as it is */
            rehearsal: unknown;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            version: number;
        };
        /**
         * @example {
         *       "rules": [
         *         {
         *           "id": "pulse-high",
         *           "limit": {
         *             "value": 105,
         *             "unit": "/min"
         *           }
         *         }
         *       ]
         *     }
         */
        NewPlanDraftInput: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        PlanDraftChangeInput: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description The draft has been brought up to the latest signed version and may be signed after it */
            rebase?: boolean;
        };
        PlanInput: {
            version: number;
            signedBy: {
                staff: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            signedAt: string;
            /**
             * Format: date-time
             * @description Judges what was measured from then on; never before it was signed
             * @example 2026-11-22T07:02:00.000Z
             */
            validFrom: string;
            /** @description Whether it judges what is measured now */
            inForce: boolean;
            /** @description SHA-256 of what was signed; null for what is older than digests */
            digest: string | null;
            /** @description Whether the plan still has its digest; null without one */
            intact: boolean | null;
            /** @description What the signer saw of the draft's rehearsal; null when it had not been rehearsed */
            rehearsal: unknown;
            body: components["schemas"]["PlanBodyInput"];
        };
        PresetInput: {
            /** @enum {string} */
            condition: "heart-failure" | "copd" | "hypertension";
            body: components["schemas"]["PlanBodyInput"];
            /** @description Where each rule comes from, by its id */
            sources: {
                [key: string]: string;
            };
            options: {
                /** @description As `options` of a plan or draft names it */
                name: string;
                title: {
                    sv: string;
                    en: string;
                };
                rules: components["schemas"]["RuleInput"][];
                /** @description What must be set for the patient beside it */
                needs: {
                    /** @enum {string} */
                    kind: "reference" | "saturation-target";
                    metric?: string;
                }[];
                source: string;
            }[];
        };
        NewPlanInput: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * Format: date-time
             * @description Default: when it is signed; never before
             * @example 2026-11-22T08:02:00+01:00
             */
            validFrom?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /** @description hv/v1/<hub>/prompts: to be shown to the person, then answered on prompted */
        PromptInput: {
            id: string;
            /** @description The user slot */
            for?: number;
            /** @enum {string} */
            kind: "measure-again" | "message" | "reminder";
            text: string;
            /** Format: date-time */
            expiresAt: string;
        };
        NewPromptInput: {
            /** @enum {string} */
            kind: "measure-again" | "message" | "reminder";
            /** @description Read by whoever stands by the hub */
            text: string;
            /**
             * Format: date-time
             * @description Never shown after
             * @example 2026-11-22T08:02:00+01:00
             */
            expiresAt: string;
        };
        /**
         * @example {
         *       "minutes": 60
         *     }
         */
        ProvisioningOrderInput: {
            /**
             * @description How long the code holds
             * @default 60
             */
            minutes: number;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "version": 2,
         *       "code": "K7QF-2M9X-R4TC",
         *       "expiresAt": "2026-11-22T08:02:00.000Z",
         *       "uri": "hemvakt:provision?api=https%3A%2F%2Fhemvakt.example&mqtt=mqtts%3A%2F%2Fhemvakt.example%3A8883&hub=hv-0312&code=K7QF2M9XR4TC",
         *       "svg": "<svg …>"
         *     }
         */
        ProvisioningCodeInput: {
            id: string;
            version: number;
            /** @description Shown this once; null when a repeated request gives the first answer */
            code: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            /** @description What the QR code says: where to claim, where to connect, hub and code */
            uri: string | null;
            /** @description The QR code */
            svg: string | null;
        };
        /**
         * @example {
         *       "hub": "hv-0312",
         *       "code": "K7QF-2M9X-R4TC"
         *     }
         */
        ProvisioningClaimInput: {
            hub: string;
            code: string;
        };
        /**
         * @example {
         *       "hub": "hv-0312",
         *       "secret": "kQ0…",
         *       "mqtt": "mqtts://hemvakt.example:8883"
         *     }
         */
        ProvisionedHubInput: {
            hub: string;
            /** @description The MQTT password; the user name is the hub's id. Shown this once */
            secret: string;
            /** @description Where to connect */
            mqtt: string;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "version": 3,
         *       "secret": "kQ0…",
         *       "overlapUntil": "2026-11-25T07:02:00.000Z"
         *     }
         */
        HubRotationInput: {
            id: string;
            version: number;
            /** @description Shown this once */
            secret: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            overlapUntil: string;
        };
        /**
         * @example {
         *       "fingerprint": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
         *       "seenAt": "2026-11-22T07:02:00.000Z",
         *       "revokedAt": null
         *     }
         */
        HubCertificateInput: {
            /** @description SHA-256, hexadecimal */
            fingerprint: string;
            /** @description When the hub first showed it */
            seenAt: string | null;
            revokedAt: string | null;
        };
        PushSubscriptionInput: {
            /** Format: uri */
            endpoint: string;
            keys: {
                /** @description The browser's public key: an uncompressed point on P-256 */
                p256dh: string;
                auth: string;
            };
        };
        /**
         * @example {
         *       "id": "b4-0",
         *       "label": "Chrome, Android",
         *       "createdAt": "2026-11-22T08:00:00Z"
         *     }
         */
        PushBrowserInput: {
            id: string;
            label: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
        };
        QuarantinedInput: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            hub: string;
            device: string | null;
            code: string;
            explanation: components["schemas"]["SentenceInput"];
            action: string | null;
            /** @description Null for technicians: it may name a measured value */
            detail: string | null;
            /** @description The reading's place in its message; null for the whole message */
            position: number | null;
            /** @description Size of the message */
            bytes: number;
        };
        QuarantinedBytesInput: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            hub: string;
            device: string | null;
            code: string;
            explanation: components["schemas"]["SentenceInput"];
            action: string | null;
            /** @description Null for technicians: it may name a measured value */
            detail: string | null;
            /** @description The reading's place in its message; null for the whole message */
            position: number | null;
            /** @description Size of the message */
            bytes: number;
            /** @description The message's bytes exactly as they came */
            base64: string;
            /** @description The same read as UTF-8; what isn't stands as U+FFFD */
            text: string;
        };
        ReadLogEntryInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            staff: string;
            name: string | null;
            role: ("nurse" | "physician" | "technician" | "admin") | null;
            /** @description The team through which they saw the patient */
            team: string;
            action: string;
            reason: string | null;
        };
        AlertLoadInput: {
            alerts: number;
            bySeverity: {
                [key: string]: number;
            };
            /** @description How often somebody is called to look: when an alert opens, and when it gets worse */
            calls: number;
            /** @description Calls, by the shift's name */
            byShift: {
                [key: string]: number;
            };
            weeks: {
                /** Format: date */
                monday: string;
                alerts: number;
                calls: number;
            }[];
        };
        RehearsedAlertInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /** @description By assumption; null when still active at the end */
            resolvedAt: string | null;
            /**
             * @description The worst that it reached
             * @enum {string}
             */
            severity: "info" | "yellow" | "red";
            /** @description The rule of most weight when it opened */
            cause: string;
            reading: string | null;
            explanation: components["schemas"]["SentenceInput"] | null;
            events: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                /** @enum {string} */
                event: "opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
        };
        RehearsedPairInput: {
            /** @enum {string} */
            change: "same" | "moved" | "added" | "removed";
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            severityChange: ("higher" | "lower") | null;
            /** @description How much later it opens under the draft; negative is earlier */
            shiftSeconds: number;
            /** @description Under the plan in force; null for one that the draft adds */
            before: components["schemas"]["RehearsedAlertInput"] | null;
            /** @description Under the draft; null for one that it takes away */
            after: components["schemas"]["RehearsedAlertInput"] | null;
        };
        ConfirmedEventInput: {
            /** @description The real alert */
            alert: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            before: {
                /** @description When an alert of its concern opens; null when none does */
                at: string | null;
                /** @description Where none does: what another alert was about */
                otherConcern: ("weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device") | null;
            };
            after: {
                /** @description When an alert of its concern opens; null when none does */
                at: string | null;
                /** @description Where none does: what another alert was about */
                otherConcern: ("weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device") | null;
            };
            missed: boolean;
            shiftSeconds: number;
        };
        PatientRehearsalResultInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            zone: string;
            days: number;
            /** @description What staff are assumed to do, under both plans alike */
            assumption: components["schemas"]["SentenceInput"];
            sentences: components["schemas"]["SentenceInput"][];
            /** @description Under the plan in force, as if it had been all along */
            before: components["schemas"]["AlertLoadInput"];
            /** @description Under the draft */
            after: components["schemas"]["AlertLoadInput"];
            changes: {
                same: number;
                moved: number;
                added: number;
                removed: number;
                earlier: number;
                later: number;
                higher: number;
                lower: number;
            };
            /** @description What staff said of the real alerts that stand for those the draft takes away */
            removedOutcomes: {
                [key: string]: number;
            };
            /** @description What staff confirmed, and how both plans find it */
            confirmed: components["schemas"]["ConfirmedEventInput"][];
            /** @description How many were judged */
            readings: number;
            /** @description How many could not be judged under the draft */
            failures: number;
            /** @description How many came more than a day after they were measured, and count as if they had come in time */
            late: number;
            alerts: components["schemas"]["RehearsedPairInput"][];
        };
        /**
         * @example {
         *       "change": {
         *         "overrides": {
         *           "weight-rise-3d": {
         *             "amount": {
         *               "value": 1.5,
         *               "unit": "kg"
         *             }
         *           }
         *         }
         *       },
         *       "days": 90
         *     }
         */
        NewRehearsalInput: {
            /** @description A draft of the patient's; the result is kept with it */
            draft?: string;
            /** @description A whole plan */
            body?: components["schemas"]["PlanBodyInput"];
            /** @description A change to the plan in force */
            change?: components["schemas"]["PlanChangeInput"];
            /**
             * @description So many local days up to today
             * @default 90
             */
            days: number;
            /** @description Assume that each alert is resolved so long after it opened. Default: within the longest time that may be promised */
            resolveAfterHours?: number;
            /** @description Default: day from 7, evening from 15, night from 21 */
            shifts?: {
                name: string;
                /** @description The local hour at which it begins */
                from: number;
            }[];
        };
        PatientRehearsalInput: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            startedAt: string;
            /** @description In patients */
            progress: {
                done: number;
                total: number;
            };
            draft: string | null;
            /** @description Of a draft: whether the result stands with it. False when it has changed meanwhile */
            kept: boolean | null;
            failure: {
                code: string;
                title: string;
                action: string;
            } | null;
            /** @description When `state` is `done` */
            result: components["schemas"]["PatientRehearsalResultInput"] | null;
        };
        DutyInput: {
            /** @description Null when nobody has been made responsible */
            team: components["schemas"]["ResponsibleTeamInput"] | null;
            /**
             * @description `cover`: the responsible team is closed; `closed`: it is, and so is its cover or it has none
             * @enum {string}
             */
            because: "nobody" | "responsible" | "cover" | "closed";
            /** @description Whether the team is open */
            there: boolean;
            /** @description When somebody else answers; null when not within 30 days */
            until: string | null;
            explanation: components["schemas"]["SentenceInput"];
            next: {
                team: components["schemas"]["ResponsibleTeamInput"] | null;
                /** @enum {string} */
                because: "nobody" | "responsible" | "cover" | "closed";
            } | null;
        };
        ResponsibilityInput: {
            id: number;
            /** @description For If-Match */
            version: number;
            /** @enum {string} */
            kind: "ordinary" | "palliative" | "takeover";
            team: string;
            /** @description Null: the team's own cover */
            cover: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            to: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            decidedAt: string;
            decidedBy: string;
            reason: string | null;
        };
        NewResponsibilityInput: {
            /**
             * @description `ordinary`: the patient's own team from then on; `palliative`: answers before it; `takeover`: another team for a while, before both
             * @enum {string}
             */
            kind: "ordinary" | "palliative" | "takeover";
            team: string;
            /** @description Outside that team's hours; otherwise its own cover */
            cover?: string;
            /**
             * Format: date-time
             * @description Default: now
             * @example 2026-11-22T08:02:00+01:00
             */
            from?: string;
            /**
             * Format: date-time
             * @description A takeover has one, at most 90 days later; what is ordinary has none
             * @example 2026-11-22T08:02:00+01:00
             */
            to?: string;
            reason?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "username": "nina",
         *       "password": "correct horse battery",
         *       "kind": "cookie"
         *     }
         */
        CredentialsInput: {
            username: string;
            password: string;
            /**
             * @description `cookie` for browsers, `bearer` for scripts
             * @enum {string}
             */
            kind: "cookie" | "bearer";
            /** @description Shorter than the longest allowed: 12 h for cookies, 30 days for bearer tokens */
            lifetimeHours?: number;
        };
        /**
         * @example {
         *       "kind": "cookie",
         *       "expiresAt": "2026-11-22T20:00:00.000Z",
         *       "csrf": "kQ0…",
         *       "staff": {
         *         "id": "s-nina",
         *         "role": "nurse",
         *         "teams": [
         *           "team-north"
         *         ],
         *         "name": {
         *           "given": "Nina",
         *           "family": "Exempel"
         *         }
         *       }
         *     }
         */
        SessionInput: {
            /** @enum {string} */
            kind: "cookie" | "bearer";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            /** @description For X-CSRF-Token on changes; cookie sessions only */
            csrf?: string;
            /** @description The bearer token. It is shown this once */
            token?: string;
            staff: {
                id: string;
                /** @enum {string} */
                role: "nurse" | "physician" | "technician" | "admin";
                teams: string[];
                name: {
                    given: string;
                    family: string;
                };
            };
        };
        SilenceOfPatientInput: {
            patient: string;
            team: string;
            name: components["schemas"]["PatientNameInput"];
            /** @description One for each signal that the plan has a schedule for */
            signals: components["schemas"]["SilenceInput"][];
        };
        StaffInput: {
            id: string;
            /** @enum {string} */
            role: "nurse" | "physician" | "technician" | "admin";
            teams: string[];
            disabledAt: string | null;
            /** @description A demonstration account: signs in on the same machine only */
            loopbackOnly: boolean;
            /** @description Only for members of your own teams */
            username?: string;
            /** @description Only for members of your own teams */
            name?: {
                given: string;
                family: string;
            };
        };
        /**
         * @example {
         *       "id": "s-nina",
         *       "username": "nina",
         *       "password": "correct horse battery",
         *       "role": "nurse",
         *       "teams": [
         *         "team-north"
         *       ],
         *       "name": {
         *         "given": "Nina",
         *         "family": "Exempel"
         *       }
         *     }
         */
        NewStaffInput: {
            id: string;
            username: string;
            password: string;
            /** @enum {string} */
            role: "nurse" | "physician" | "technician" | "admin";
            teams: string[];
            name: {
                given: string;
                family: string;
            };
        };
        /**
         * @example {
         *       "change": {
         *         "overrides": {
         *           "weight-rise-3d": {
         *             "amount": {
         *               "value": 1.5,
         *               "unit": "kg"
         *             }
         *           }
         *         }
         *       },
         *       "condition": "heart-failure",
         *       "days": 90
         *     }
         */
        NewTeamRehearsalInput: {
            /** @description What to change in each patient's plan in force */
            change: components["schemas"]["PlanChangeInput"];
            /**
             * @description Only patients whose plan names this condition
             * @enum {string}
             */
            condition?: "heart-failure" | "copd" | "hypertension";
            /**
             * @description So many local days up to today
             * @default 90
             */
            days: number;
            /** @description Assume that each alert is resolved so long after it opened. Default: within the longest time that may be promised */
            resolveAfterHours?: number;
            /** @description Default: day from 7, evening from 15, night from 21 */
            shifts?: {
                name: string;
                /** @description The local hour at which it begins */
                from: number;
            }[];
        };
        RehearsedPatientInput: {
            patient: string;
            /**
             * @description `unaffected`: the plan has none of the rules; `invalid`: it could not be signed
             * @enum {string}
             */
            outcome: "rehearsed" | "no-plan" | "unaffected" | "invalid" | "too-large";
            errors: {
                path: string;
                message: string;
            }[];
            /** @description Alerts under the plan in force */
            before: number;
            /** @description Alerts under the change */
            after: number;
            added: number;
            removed: number;
            moved: number;
            /** @description Events that staff confirmed */
            confirmed: number;
            /** @description Of those, how many the change misses */
            missed: number;
        };
        TeamRehearsalResultInput: {
            /** @description All patients together; null when nobody's plan changes */
            total: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                zone: string;
                days: number;
                /** @description What staff are assumed to do, under both plans alike */
                assumption: components["schemas"]["SentenceInput"];
                sentences: components["schemas"]["SentenceInput"][];
                /** @description Under the plan in force, as if it had been all along */
                before: components["schemas"]["AlertLoadInput"];
                /** @description Under the draft */
                after: components["schemas"]["AlertLoadInput"];
                changes: {
                    same: number;
                    moved: number;
                    added: number;
                    removed: number;
                    earlier: number;
                    later: number;
                    higher: number;
                    lower: number;
                };
                /** @description What staff said of the real alerts that stand for those the draft takes away */
                removedOutcomes: {
                    [key: string]: number;
                };
                /** @description What staff confirmed, and how both plans find it */
                confirmed: components["schemas"]["ConfirmedEventInput"][];
                /** @description How many were judged */
                readings: number;
                /** @description How many could not be judged under the draft */
                failures: number;
                /** @description How many came more than a day after they were measured, and count as if they had come in time */
                late: number;
            } | null;
            patients: components["schemas"]["RehearsedPatientInput"][];
        };
        TeamRehearsalInput: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            startedAt: string;
            /** @description In patients */
            progress: {
                done: number;
                total: number;
            };
            draft: string | null;
            /** @description Of a draft: whether the result stands with it. False when it has changed meanwhile */
            kept: boolean | null;
            failure: {
                code: string;
                title: string;
                action: string;
            } | null;
            /** @description When `state` is `done` */
            result: components["schemas"]["TeamRehearsalResultInput"] | null;
        };
        /**
         * @example {
         *       "id": "team-north",
         *       "name": "Närsjukvårdsteam norr",
         *       "provider": "Region Exempel",
         *       "unit": "Vårdcentralen Norra",
         *       "kind": "clinic",
         *       "contact": {
         *         "phone": "+46 10 000 00 00"
         *       },
         *       "hours": {
         *         "weekly": [
         *           {
         *             "days": [
         *               "mon",
         *               "tue",
         *               "wed",
         *               "thu",
         *               "fri"
         *             ],
         *             "from": "08:00",
         *             "until": "17:00"
         *           }
         *         ]
         *       },
         *       "cover": "team-night"
         *     }
         */
        NewTeamInput: {
            id: string;
            name: string;
            /** @description The care provider (vårdgivare) */
            provider: string;
            /** @description The care unit (vårdenhet) */
            unit: string;
            /** @default Europe/Stockholm */
            zone: string;
            /**
             * @default clinic
             * @enum {string}
             */
            kind: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact: components["schemas"]["ContactInput"];
            /** @default null */
            hours: components["schemas"]["HoursInput"] | null;
            /** @default null */
            cover: string | null;
            /**
             * @default at-work
             * @enum {string}
             */
            onCall: "rota" | "at-work";
        };
        /**
         * @description What is left out stays as it is
         * @example {
         *       "contact": {
         *         "phone": "+46 10 000 00 01"
         *       }
         *     }
         */
        TeamChangeInput: {
            name?: string;
            /** @enum {string} */
            kind?: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact?: components["schemas"]["ContactInput"];
            hours?: components["schemas"]["HoursInput"] | null;
            cover?: string | null;
            /** @enum {string} */
            onCall?: "rota" | "at-work";
        };
        TeamInput: {
            id: string;
            /** @description The ETag */
            version: number;
            name: string;
            provider: string;
            unit: string;
            zone: string;
            /** @enum {string} */
            kind: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact: components["schemas"]["ContactInput"];
            /** @description Null: around the clock */
            hours: components["schemas"]["HoursInput"] | null;
            /** @description The team outside these hours */
            cover: string | null;
            /** @enum {string} */
            onCall: "rota" | "at-work";
            closedAt: string | null;
            /** @description At this moment */
            now: {
                open: boolean;
                /** @description When that changes; null when not within 30 days */
                until: string | null;
                explanation: components["schemas"]["SentenceInput"];
                onCall: {
                    staff: string;
                    name: string | null;
                    /** @enum {string} */
                    role: "primary" | "secondary" | "manager";
                }[];
            };
        };
        LimitPeriodInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            planVersion: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            validFrom: string;
            /** @description A value strictly beyond is a finding */
            limits: {
                rule: string;
                /** @enum {string} */
                kind: "limit" | "safety" | "reference" | "n-of-m";
                /** @enum {string} */
                direction: "above" | "below";
                value: number;
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
            /** @description Allowed changes; they are no lines in a chart */
            changes: {
                rule: string;
                /** @enum {string} */
                direction: "rise" | "fall";
                amount: number;
                /** @description Local dates */
                days: number;
                /** @enum {string} */
                against: "day" | "extreme";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
        };
        /** @description Numbers are exact decimals in `unit`; means are rounded once, half to even, to what is stored */
        TrendInput: {
            patient: string;
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            unit: string;
            ucum: string;
            loinc: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @description Where buckets of days begin and end */
            zone: string;
            /** @enum {string} */
            resolution: "raw" | "buckets";
            /** @description How many values it is made of */
            count: number;
            /** @description Left out: somebody else's, excluded by staff, or no measurement according to the device */
            excluded: {
                moved: number;
                byStaff: number;
                notClinical: number;
            };
            points: {
                reading: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                value: number;
                uncertain: boolean;
            }[];
            /** @description Those that hold something; a gap is a time without values */
            buckets: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                count: number;
                /** @description How many of them have an uncertain time or value */
                uncertain: number;
                min: number;
                max: number;
                mean: number;
            }[];
            limits: components["schemas"]["LimitPeriodInput"][];
            /**
             * @description Where the values were read; both give the same
             * @enum {string}
             */
            source: "store" | "influxdb";
            /** @description Why the store answered although InfluxDB should have */
            fallback: ("TRENDS_UNREACHABLE" | "TRENDS_REFUSED" | "TRENDS_DIFFER" | "TRENDS_BEHIND" | "TRENDS_TOO_LARGE") | null;
        };
        /** @description hv/v1/<hub>/readings: what devices measured */
        ReadingsMessageInput: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            device: string;
            readings: unknown[];
        };
        /** @description hv/v1/<hub>/gatt: a Bluetooth notification as received */
        GattMessageInput: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            device: string;
            characteristic: string;
            hex: string;
            /** Format: date-time */
            at?: string;
        };
        /** @description hv/v1/<hub>/state: retained, also the will */
        StateMessageInput: {
            online: boolean;
            battery?: number;
            firmware?: string;
            devices?: {
                id: string;
                battery?: number;
                firmware?: string;
            }[];
        };
        /** @description hv/v1/<hub>/prompted: a prompt has been shown */
        PromptedMessageInput: {
            id: string | number;
            /** Format: date-time */
            shownAt: string;
        };
        /** @description hv/v1/<hub>/messages: what somebody at home writes to their team */
        PatientMessageInput: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description The user slot of who writes; needed where several share the hub */
            for?: number;
            text: string;
        };
        /** @description hv/v1/<hub>/receipts: what became of a message */
        ReceiptInput: {
            /** @description The message's id; null when it couldn't be read */
            id: string | null;
            /**
             * Format: date-time
             * @description The platform's time, to set the hub's clock by
             */
            receivedAt: string;
            /** @description One for each item of the message, in order */
            results: {
                index: number;
                /** @enum {string} */
                status: "stored" | "duplicate" | "rejected" | "unattributed";
                code?: string;
                message?: string;
                /** @description The user slot */
                for?: number;
            }[];
            /** @description One for each person the message is about; absent when nothing may be promised */
            care?: {
                /** @description The user slot, where the device has them */
                for?: number;
                /** @description When somebody next looks; null when that isn't known */
                nextLook: string | null;
                /** @description Who looks; absent where several people share the hub */
                team?: string;
                phone?: string;
                /** @description To be shown as it stands */
                text: {
                    sv: string;
                    en: string;
                };
            }[];
        };
        VerificationDifferenceInput: {
            /** @enum {string} */
            table: "alert" | "event" | "reading" | "series" | "plan" | "engine";
            key: string;
            /** @description Where in the row; null where the whole row is on one side only */
            at: string | null;
            /** @description What is stored, as JSON */
            recorded: string | null;
            recomputed: string | null;
        };
        VerificationResultInput: {
            /** @description Everything compared is as it was decided, and nobody altered the log */
            identical: boolean;
            /** @description All that came of it, in words */
            summary: components["schemas"]["SentenceInput"];
            /** @description How many commands were run */
            commands: number;
            lastCommand: number;
            /** @description SHA-256 over the command log up to that command */
            seal: string | null;
            /** @description Commands altered since they were logged */
            broken: number[];
            /** @description Commands decided then and refused now */
            refused: number[];
            /** @description Version of the engine that recomputed */
            engine: string;
            /** @description Versions of the engines that decided */
            engines: (string | null)[];
            otherEngine: boolean;
            /** @description What is older was compared with the checkpoint only */
            sinceCommand: number | null;
            /** @description How many rows were compared, by table */
            rows: {
                [key: string]: number;
            };
            differences: components["schemas"]["VerificationDifferenceInput"][];
        };
        VerificationInput: {
            alert: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            askedAt: string;
            endedAt: string | null;
            /** @description Commands run so far */
            progress: {
                done: number;
                all: number;
            } | null;
            result: components["schemas"]["VerificationResultInput"] | null;
            /** @description The code of what hindered it */
            failure: string | null;
        };
        WorklistRowInput: {
            /** @description The same as long as the row is about the same patient, device or hub */
            key: string;
            /** @description The team that answers for it now */
            team: {
                id: string;
                name: string;
            };
            /** @description The worst; of equally bad ones one that nobody has, then the oldest */
            alert: components["schemas"]["AlertInListInput"];
            /** @description How many active alerts there are beside it */
            more: number;
            /** @description Signals of the plan's schedule that don't come as they should; empty for technicians */
            silence: components["schemas"]["SignalStateInput"][];
        };
        /** @description Of rows, whether or not they are given here */
        WorklistCountsInput: {
            red: number;
            yellow: number;
            info: number;
            technical: number;
            /** @description Rows that nobody has */
            open: number;
            /** @description Rows that you have */
            mine: number;
        };
        WorklistInput: {
            /**
             * Format: date-time
             * @description What the list is true of
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            items: components["schemas"]["WorklistRowInput"][];
            /** @description How many rows come after those given */
            left: number;
            counts: components["schemas"]["WorklistCountsInput"];
        };
        ConfirmationInput: {
            password: string;
        };
        StaffTeamsInput: {
            teams: string[];
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        TeamChangeRequestInput: {
            name?: string;
            /** @enum {string} */
            kind?: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact?: components["schemas"]["ContactInput"];
            hours?: components["schemas"]["HoursInput"] | null;
            cover?: string | null;
            /** @enum {string} */
            onCall?: "rota" | "at-work";
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        NewShiftsInput: {
            shifts: {
                staff: string;
                /** @enum {string} */
                role: "primary" | "secondary" | "manager";
                /**
                 * Format: date-time
                 * @example 2026-11-22T08:02:00+01:00
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T08:02:00+01:00
                 */
                to: string;
            }[];
        };
        LoadBudgetInput: {
            perShift: number | null;
        };
        /**
         * @example {
         *       "team": "team-south"
         *     }
         */
        PatientTeamInput: {
            team: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        HandoverRefusalInput: {
            reason: string;
        };
        PlanSignatureInput: {
            /**
             * Format: date-time
             * @description Default: when it is signed; never before
             * @example 2026-11-22T08:02:00+01:00
             */
            validFrom?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "patient": "p-8c1f",
         *       "reason": "The husband stood on the scale."
         *     }
         */
        ReadingMoveInput: {
            patient: string;
            reason: string;
        };
        /**
         * @example {
         *       "reason": "technique",
         *       "note": "Stood with one foot on the floor."
         *     }
         */
        ReadingExclusionInput: {
            /** @enum {string} */
            reason: "technique" | "other-person" | "device" | "test" | "other";
            /** @description Must be given with `other` */
            note?: string;
        };
        /**
         * @example {
         *       "assignee": "karin"
         *     }
         */
        AssigneeInput: {
            assignee: string;
        };
        AlertNoteInput: {
            text: string;
        };
        NewSnoozeInput: {
            /** @description Default: all that it stands for */
            sides?: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T08:02:00+01:00
             */
            until: string;
            reason: string;
        };
        UndoInput: {
            reason: string;
        };
        OwnEmailInput: {
            email: string | null;
        };
        WebhookRotationInput: {
            /** @default 72 */
            overlapHours: number;
        };
        PushBrowsersInput: {
            key: string;
            items: components["schemas"]["PushBrowserInput"][];
        };
        NewPushBrowserInput: {
            label: string;
            subscription: components["schemas"]["PushSubscriptionInput"];
        };
        /**
         * @example {
         *       "id": "paging",
         *       "about": "The municipality's paging, drift@example.org",
         *       "teams": [
         *         "team-north"
         *       ]
         *     }
         */
        NewIntegrationInput: {
            id: string;
            /** @description What it is for, and who answers for it */
            about: string;
            teams: string[];
        };
        IntegrationChangeInput: {
            /** @description What it is for, and who answers for it */
            about?: string;
            teams?: string[];
        };
        MessageAuthorInput: {
            patient: string;
        };
        /**
         * @example {
         *       "text": "Tack. Väg dig i morgon bitti som vanligt."
         *     }
         */
        NewPatientMessageInput: {
            text: string;
        };
        /**
         * @example {
         *       "overlapHours": 72
         *     }
         */
        RotationInput: {
            /** @default 72 */
            overlapHours: number;
        };
        CertificateRevocationInput: {
            fingerprint: string;
        };
        AssignmentEndInput: {
            /**
             * Format: date-time
             * @example 2026-11-22T08:02:00+01:00
             */
            to?: string;
        };
        BodyWeightReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "body-weight";
            value: number;
            /** @enum {string} */
            unit: "kg" | "g" | "lb" | "st";
        };
        BloodPressureReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "blood-pressure";
            systolic: number;
            diastolic: number;
            mean?: number;
            /** @description Beats per minute */
            pulse?: number;
            /** @enum {string} */
            unit: "mmHg" | "mm[Hg]" | "kPa";
        };
        OxygenSaturationReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "oxygen-saturation";
            spo2: number;
            /** @description Beats per minute */
            pulse?: number;
            /** @description Supplemental oxygen in L/min; 0: room air; left out: not known */
            oxygenFlow?: number;
            /**
             * @default %
             * @enum {string}
             */
            unit: "%";
        };
        PulseReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "pulse";
            value: number;
            /**
             * @default /min
             * @enum {string}
             */
            unit: "/min" | "bpm";
        };
        TemperatureReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "temperature";
            value: number;
            /** @enum {string} */
            unit: "°C" | "Cel" | "°F" | "[degF]";
            /** @enum {string} */
            site?: "armpit" | "body" | "ear" | "finger" | "gastro-intestinal" | "mouth" | "rectum" | "toe" | "tympanum";
        };
        RespiratoryRateReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "respiratory-rate";
            value: number;
            /**
             * @default /min
             * @enum {string}
             */
            unit: "/min" | "bpm";
        };
        GlucoseReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "glucose";
            value: number;
            /** @enum {string} */
            unit: "mmol/L" | "mg/dL";
        };
        PeakFlowReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "peak-flow";
            value: number;
            /**
             * @default L/min
             * @enum {string}
             */
            unit: "L/min";
        };
        SpirometryReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "spirometry";
            fev1: number;
            fvc?: number;
            /**
             * @default L
             * @enum {string}
             */
            unit: "L";
        };
        ConsciousnessReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "consciousness";
            /**
             * @description Alert, new Confusion, responds to Voice, responds to Pain, Unresponsive
             * @enum {string}
             */
            value: "A" | "C" | "V" | "P" | "U";
        };
        SymptomAnswer: {
            question: string;
            answer: string | boolean | number;
        };
        SymptomsReading: {
            /**
             * Format: date-time
             * @description When it was measured, by the device's own clock, with offset
             */
            at?: string;
            /** @description The device's own count */
            seq?: number;
            /** @description User slot; 255: not known */
            user?: number;
            flags?: ("from-memory" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "manual" | "pulse-range-high" | "pulse-range-low")[];
            /** @constant */
            kind: "symptoms";
            questionnaire: string;
            version: string;
            answers: components["schemas"]["SymptomAnswer"][];
        };
        /** @description One reading of one device */
        NativeReading: components["schemas"]["BodyWeightReading"] | components["schemas"]["BloodPressureReading"] | components["schemas"]["OxygenSaturationReading"] | components["schemas"]["PulseReading"] | components["schemas"]["TemperatureReading"] | components["schemas"]["RespiratoryRateReading"] | components["schemas"]["GlucoseReading"] | components["schemas"]["PeakFlowReading"] | components["schemas"]["SpirometryReading"] | components["schemas"]["ConsciousnessReading"] | components["schemas"]["SymptomsReading"];
        MeasureAgain: {
            enabled: boolean;
            /** @default 3 */
            cap: number;
            text?: string;
        };
        Quantity: {
            value: number;
            unit: string;
        };
        PatientText: {
            rule: string;
            text: string;
        };
        TreatmentText: {
            rule: string;
            text: string;
            drug: string;
            dose: string;
            maxDays: number;
            /** Format: date */
            expires: string;
            unless: {
                systolicBelow?: components["schemas"]["Quantity"];
                /** @default true */
                dizziness: boolean;
                /** @default true */
                weightBelowReference: boolean;
                /** @default true */
                otherRedAlert: boolean;
            };
        };
        Treatments: {
            enabled: boolean;
            texts: components["schemas"]["TreatmentText"][];
        };
        Rule: {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "limit";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["Quantity"];
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "change";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["Quantity"];
            days: number;
            /** @enum {string} */
            against: "day" | "extreme";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "reference";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["Quantity"];
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "moving-average";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            amount: components["schemas"]["Quantity"];
            short: {
                days: number;
                minimum: number;
            };
            long: {
                days: number;
                minimum: number;
            };
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "n-of-m";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["Quantity"];
            atLeast: number;
            days: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "baseline";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            sds: number;
            leastSd: components["schemas"]["Quantity"];
            days: number;
            minimum: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "cusum";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "rise" | "fall";
            level: "reference" | {
                days: number;
                minimum: number;
            };
            allowance: components["schemas"]["Quantity"];
            limit: components["schemas"]["Quantity"];
            days: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "oximetry-score";
            limit: number;
            leastSd: {
                saturation: components["schemas"]["Quantity"];
                pulse: components["schemas"]["Quantity"];
            };
            days: number;
            minimum: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "irregular-pulse";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "oxygen-excess";
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "symptoms";
            /** @enum {string} */
            questionnaire: "beat-hf" | "anthonisen" | "dyspnoea-vas";
            atLeast: number;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "news2";
            atLeast: number;
            orRed: boolean;
        } | {
            id: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            relevanceHours?: number;
            /** @constant */
            kind: "combination";
            of: string[];
            atLeast: number;
            hours: number;
        };
        Schedule: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            windows: {
                from: string;
                until: string;
            }[];
            reminder?: {
                text?: string;
            };
            /**
             * @default measure
             * @enum {string}
             */
            publicHolidays: "measure" | "skip";
        };
        SafetyLimit: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            /** @enum {string} */
            direction: "above" | "below";
            limit: components["schemas"]["Quantity"];
        };
        Reference: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            value: components["schemas"]["Quantity"];
            /** Format: date */
            setOn: string;
            setBy: string;
        };
        SaturationTarget: {
            /** @enum {string} */
            range: "88-92" | "94-98";
            /** Format: date */
            setOn: string;
            setBy: string;
        };
        PlanBody: {
            conditions: ("heart-failure" | "copd" | "hypertension")[];
            /** @default Europe/Stockholm */
            zone: string;
            rules: components["schemas"]["Rule"][];
            safetyLimits: components["schemas"]["SafetyLimit"][];
            references?: components["schemas"]["Reference"][];
            saturationTarget?: components["schemas"]["SaturationTarget"];
            schedules?: components["schemas"]["Schedule"][];
            maxBlind?: number;
            measureAgain?: components["schemas"]["MeasureAgain"];
            texts?: components["schemas"]["PatientText"][];
            treatments?: components["schemas"]["Treatments"];
            /** @enum {string} */
            patientLanguage?: "sv" | "en";
            treatmentLimitation?: string;
        };
        /**
         * @example {
         *       "overrides": {
         *         "weight-rise-3d": {
         *           "amount": {
         *             "value": 1.5,
         *             "unit": "kg"
         *           }
         *         }
         *       },
         *       "add": [],
         *       "remove": []
         *     }
         */
        PlanChange: {
            /**
             * @description By rule id: the parts that replace the rule's. Plans without such a rule stay as they are
             * @default {}
             */
            overrides: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @default [] */
            add: components["schemas"]["Rule"][];
            /** @default [] */
            remove: string[];
        };
        Hours: {
            weekly: {
                from: string;
                until: string | "24:00";
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            }[];
            /**
             * @default as-sunday
             * @enum {string}
             */
            publicHolidays: "as-sunday" | "as-usual" | "closed";
            /** @default [] */
            exceptions: {
                /** Format: date */
                date: string;
                openings: {
                    from: string;
                    until: string | "24:00";
                }[];
                reason: string;
            }[];
        };
        Contact: {
            phone?: string;
            /** Format: email */
            email?: string;
            /** Format: uri */
            webhook?: string;
        };
        EscalationWait: {
            minutes: number;
        } | {
            openMinutes: number;
        } | {
            openDays: number;
        };
        EscalationPolicy: {
            red: {
                steps: {
                    after: components["schemas"]["EscalationWait"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWait"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            yellow: {
                steps: {
                    after: components["schemas"]["EscalationWait"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWait"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            info: {
                steps: {
                    after: components["schemas"]["EscalationWait"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWait"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
            technical: {
                steps: {
                    after: components["schemas"]["EscalationWait"];
                    tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                }[];
                repeat: components["schemas"]["EscalationWait"];
                /** @enum {string} */
                whenClosed: "move" | "wait";
            };
        };
        /**
         * @example {
         *       "email": true,
         *       "quiet": {
         *         "from": "21:00",
         *         "until": "07:00"
         *       }
         *     }
         */
        NotificationPreference: {
            /** @default true */
            email: boolean;
            /** @default null */
            quiet: {
                from: string;
                until: string;
            } | null;
            /**
             * @default own
             * @enum {string}
             */
            push: "own" | "team";
            /** @default Europe/Stockholm */
            zone: string;
        };
        /**
         * @example {
         *       "type": "/errors/PRECONDITION_FAILED",
         *       "title": "Somebody changed it since you read it.",
         *       "status": 412,
         *       "code": "PRECONDITION_FAILED",
         *       "action": "Caller: read it again, then decide.",
         *       "retryable": false,
         *       "instance": "req-1f"
         *     }
         */
        Problem: {
            /** @description `/errors/<code>`, relative to this API's address */
            type: string;
            /** @description What happened, the same for every problem of this code */
            title: string;
            status: number;
            /** @description What exactly, without identity or clinical values */
            detail?: string;
            code: string;
            /** @description Whose move it is and what to do */
            action: string;
            /** @description Whether the same request, unchanged, may succeed later */
            retryable: boolean;
            /** @description The request's id, to find it in the log */
            instance: string;
            /** @description The fields at fault; values are never echoed */
            errors?: {
                path: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        Shift: {
            id: number;
            /** @description For If-Match */
            version: number;
            team: string;
            staff: string;
            name: string | null;
            /** @enum {string} */
            role: "primary" | "secondary" | "manager";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
        };
        Adherence: {
            /** @description Windows of the plan in force that ended in the period */
            expected: number;
            /** @description With a sound value measured in them, whenever it came */
            measured: number;
            /** @description With one measured after them and before the next */
            afterwards: number;
            missed: number;
            /** @description measured / expected; null when nothing was expected */
            share: number | null;
        };
        AdherenceReport: {
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            all: components["schemas"]["Adherence"];
            signals: {
                signal: string;
                adherence: components["schemas"]["Adherence"];
            }[];
            /** @description Those who missed most first; empty for administrators */
            patients: {
                patient: string;
                signal: string;
                adherence: components["schemas"]["Adherence"];
            }[];
        };
        /**
         * @example {
         *       "metric": "body-weight",
         *       "value": 84.7,
         *       "exact": "84.72",
         *       "unit": "kg",
         *       "ucum": "kg",
         *       "loinc": "29463-7"
         *     }
         */
        MeasuredValue: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            /** @description Rounded half to even to the metric's decimals, as people are shown it */
            value: number;
            /** @description The stored value as a decimal: what limits compare */
            exact: string;
            /** @description As written beside the number */
            unit: string;
            /** @description The same unit in UCUM */
            ucum: string;
            /** @description Left out for scores, which have none */
            loinc?: string;
        };
        Curve: {
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            unit: string;
            /** @description The last 14 local days in at most 28 buckets; those that hold something */
            points: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                min: number;
                max: number;
                mean: number;
            }[];
            /** @description The newest value itself, which a bucket's mean may hide */
            last: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                value: number;
            } | null;
            /** @description The limit that was passed; null for changes */
            limit: number | null;
        };
        /**
         * @example {
         *       "sv": "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).",
         *       "en": "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg)."
         *     }
         */
        Sentence: {
            sv: string;
            en: string;
        };
        Finding: {
            rule: string;
            /** @enum {string} */
            kind: "limit" | "change" | "reference" | "moving-average" | "n-of-m" | "baseline" | "cusum" | "oximetry-score" | "irregular-pulse" | "oxygen-excess" | "symptoms" | "news2" | "combination" | "safety";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            direction: "above" | "below";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            value: components["schemas"]["MeasuredValue"];
            /** @description The limit, or the allowed amount; left out where there is none */
            limit?: components["schemas"]["MeasuredValue"];
            /** @description What the value was compared with */
            reference?: components["schemas"]["MeasuredValue"];
            /** @description What it rests on, the judged reading first */
            readings: string[];
            uncertain: ("time" | "quality" | "implausible" | "unattributed")[];
            /** @description Which plan says so: the one in force when the value was `measured`, or the `current` one when it was judged; null where both are the same, or both say it */
            plan: {
                version: number;
                /** @enum {string} */
                basis: "measured" | "current";
            } | null;
            explanation: components["schemas"]["Sentence"];
        };
        AlertTelling: {
            /** @description From 0 */
            step: number;
            /** @description How often all were told again after the last step */
            repeats: number;
            /** @description All steps are through */
            last: boolean;
            /** @description The team whose steps these are */
            team: string;
            /** @enum {string} */
            why: "opened" | "worsened" | "reopened" | "promise-passed" | "unanswered" | "repeated" | "team-closed" | "duty-moved" | "found-open" | "handover-failed";
            to: {
                team: string;
                /** @description Null for the team's function */
                staff: string | null;
                name: string | null;
                role: ("primary" | "secondary" | "manager") | null;
            }[];
            /** @description The technical alert with which this one was told */
            foldedInto: string | null;
            explanation: components["schemas"]["Sentence"];
        };
        AlertEscalation: {
            /** @description From 0 */
            step: number;
            /** @description How often all were told again after the last step */
            repeats: number;
            /** @description All steps are through */
            last: boolean;
            /** @description The team whose steps these are */
            team: string;
            /** @enum {string} */
            why: "opened" | "worsened" | "reopened" | "promise-passed" | "unanswered" | "repeated" | "team-closed" | "duty-moved" | "found-open" | "handover-failed";
            to: {
                team: string;
                /** @description Null for the team's function */
                staff: string | null;
                name: string | null;
                role: ("primary" | "secondary" | "manager") | null;
            }[];
            /** @description The technical alert with which this one was told */
            foldedInto: string | null;
            explanation: components["schemas"]["Sentence"];
            /**
             * Format: date-time
             * @description When that step was decided
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            next: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                tell: ("team" | "primary" | "secondary" | "cover" | "manager")[];
                explanation: components["schemas"]["Sentence"];
            };
        };
        /**
         * @example {
         *       "given": "Greta",
         *       "family": "Exempel",
         *       "born": "1941-03-02",
         *       "age": 85
         *     }
         */
        PatientName: {
            given: string;
            family: string;
            born: string | null;
            /** @description Whole years today */
            age: number | null;
        };
        /**
         * @example {
         *       "id": "1-mibxc2w0-0",
         *       "kind": "body-weight",
         *       "values": [
         *         {
         *           "metric": "body-weight",
         *           "value": 84.7,
         *           "exact": "84.72",
         *           "unit": "kg",
         *           "ucum": "kg",
         *           "loinc": "29463-7"
         *         }
         *       ],
         *       "measuredAt": "2026-11-22T06:03:11.000Z",
         *       "receivedAt": "2026-11-22T06:08:00.000Z",
         *       "clock": "good",
         *       "flags": [],
         *       "decision": "finding",
         *       "planVersion": 2,
         *       "device": "uc352-3f9a",
         *       "user": 1,
         *       "alerts": [
         *         "a-1042-1"
         *       ]
         *     }
         */
        Reading: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValue"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
        };
        Snooze: {
            id: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @description Metric and direction, such as body-weight/above */
            side: string;
            alert: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            until: string;
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            by: {
                staff: string;
                name: string | null;
            };
            reason: string;
            /** @description Before its time: by hand, replaced, undone, or broken (worse, more-severe, safety-limit) */
            ended: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                by: string;
                reason: string;
            } | null;
            /** @description Something was kept quiet that will be told at the end */
            held: boolean;
        };
        StaffName: {
            staff: string;
            name: string | null;
        };
        Promise: {
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            due: string;
        };
        Alert: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientName"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["Sentence"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffName"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["Promise"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalation"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffName"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["Snooze"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffName"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
        };
        AlertEvent: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @enum {string} */
            event: "opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone";
            actor: {
                /** @enum {string} */
                type: "staff" | "hub" | "platform";
                id: string;
                name: string | null;
            };
            /** @description Null where it would tell a technician a measured value */
            reason: string | null;
            explanation: components["schemas"]["Sentence"] | null;
            severity: ("info" | "yellow" | "red") | null;
            state: ("open" | "acknowledged" | "resolved") | null;
            promise: components["schemas"]["Promise"] | null;
            /** @description What somebody wrote; null for technicians */
            note: string | null;
            assignee: string | null;
            /** @description What was taken back */
            undone: ("opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone") | null;
            /** @description For a snooze */
            until: string | null;
            planVersion: number | null;
            /** @description Version of the engine that decided it; null for what is older than the noting of engines */
            engine: string | null;
            lateBySeconds: number | null;
            /** @description Who was told, where people were */
            told: components["schemas"]["AlertTelling"] | null;
            findings: components["schemas"]["Finding"][];
            reading: {
                id: string;
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                values: components["schemas"]["MeasuredValue"][];
            } | null;
        };
        AlertWithEvents: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientName"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["Sentence"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffName"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["Promise"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalation"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffName"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["Snooze"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffName"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
            /** @description Version of the engine that opened it; see `GET /engines` */
            engine: string | null;
            events: components["schemas"]["AlertEvent"][];
        };
        AlertInList: {
            id: string;
            /** @description Grows with every event; the ETag */
            version: number;
            subject: {
                /** @enum {string} */
                type: "patient" | "device" | "hub" | "platform";
                id: string;
            };
            /** @description Null for alerts about a device, a hub or the platform; `name` is null for technicians */
            patient: {
                id: string;
                name: components["schemas"]["PatientName"] | null;
            } | null;
            /** @description The team that answers for it now */
            team: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /** @enum {string} */
            category: "clinical" | "technical";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            state: "open" | "acknowledged" | "resolved";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            /** @description Why, in plain words; of several causes the latest */
            explanation: components["schemas"]["Sentence"];
            /** @description The plan's rule, or the technical code */
            cause: string;
            /** @description For technical alerts: what to do, and whose move it is */
            action: string | null;
            measuredAt: string | null;
            /** @description What the plan in force says about it */
            treatmentLimitation: string | null;
            acknowledged: {
                by: components["schemas"]["StaffName"];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                promise: components["schemas"]["Promise"];
            } | null;
            /** @description Who was told last, and who will be next; null unless it is open */
            escalation: components["schemas"]["AlertEscalation"] | null;
            /** @description How often the promise was renewed; from the third on the manager is told */
            renewals: number;
            /** @description Who is to look after it; that alone stops no clock */
            assignee: components["schemas"]["StaffName"] | null;
            /** @description What of its concern is kept quiet now */
            snoozes: components["schemas"]["Snooze"][];
            /** @description Until when whoever did the last thing may take it back */
            undoUntil: string | null;
            /** @description The latest that may be promised now; null when resolved */
            latestPromise: string | null;
            resolved: {
                /** @description Null when the platform withdrew it */
                by: components["schemas"]["StaffName"] | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                outcome: ("true" | "technique" | "device" | "limit-wrong" | "other" | "withdrawn") | null;
                action: ("advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none") | null;
            } | null;
            /** @description Only when asked for, and only where it has values */
            curve: components["schemas"]["Curve"] | null;
        };
        /**
         * @example {
         *       "promise": {
         *         "text": "I call her before nine.",
         *         "due": "2026-11-22T09:00:00+01:00"
         *       }
         *     }
         */
        Acknowledgement: {
            promise: {
                text: string;
                due: unknown;
            };
        };
        /**
         * @example {
         *       "outcome": "true",
         *       "action": "medication",
         *       "note": "Furosemide doubled, 3 days."
         *     }
         */
        Resolution: {
            /**
             * @description What it was
             * @enum {string}
             */
            outcome: "true" | "technique" | "device" | "limit-wrong" | "other";
            /**
             * @description What was done
             * @enum {string}
             */
            action: "advice" | "medication" | "visit" | "physician-contacted" | "to-hospital" | "device-exchanged" | "none";
            note?: string;
        };
        EnrolmentState: {
            /** @enum {string} */
            state: "invited" | "active" | "paused" | "ended";
            /** @description Null for who has been active all along */
            from: string | null;
            /** @description When a pause ends by itself */
            until: string | null;
            reason: string | null;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "hub": "hv-0312",
         *       "model": "generic-weight",
         *       "place": "lent",
         *       "battery": 80,
         *       "firmware": null,
         *       "lastReading": {
         *         "receivedAt": "2026-11-22T07:02:00.000Z",
         *         "clock": "good"
         *       },
         *       "version": 3
         *     }
         */
        Device: {
            id: string;
            hub: string;
            model: string;
            /**
             * @description `lent`: somebody has it now; of a hub: a device behind it
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled" | "lent";
            /** @description Per cent; null when it was never told */
            battery: number | null;
            firmware: string | null;
            /** @description When what it measured last came, and how far its clock can be trusted; never the value */
            lastReading: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                receivedAt: string;
                /** @enum {string} */
                clock: "good" | "suspect" | "unknown" | "wrong";
            } | null;
            version: number;
        };
        Hub: {
            id: string;
            team: string;
            /** @description Where its devices' local times are */
            zone: string;
            /** @enum {string} */
            forwarding: "live" | "store-and-forward";
            /**
             * @description `lent`: somebody has it now; of a hub: a device behind it
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled" | "lent";
            online: boolean;
            lastSeen: string | null;
            /** @description Its last sign, when that is more than 30 minutes ago; null for a hub never seen */
            silentSince: string | null;
            /** @description Per cent; null when it was never told */
            battery: number | null;
            firmware: string | null;
            revokedAt: string | null;
            /** @description When its one-time code ends; null when it has none */
            codeUntil: string | null;
            /** @description It has a new secret that it has not used; until then the former one is taken */
            overlapUntil: string | null;
            version: number;
            devices: components["schemas"]["Device"][];
            /** @description What the broker refused of this hub, or of somebody who claimed to be it; the latest first */
            refusals: {
                code: string;
                title: string;
                action: string;
                count: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                lastAt: string;
            }[];
        };
        Assignment: {
            id: number;
            device: string;
            model: string;
            hub: string;
            /** @description The user slot; null: whoever uses the device */
            user: number | null;
            /** @description Null when it is a patient of another team */
            patient: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            to: string | null;
            version: number;
        };
        Silence: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            /**
             * @description Exactly one; of several that hold the first in this order
             * @enum {string}
             */
            state: "paused" | "hub-offline" | "device-fault" | "never-received" | "overdue" | "due" | "fresh";
            /**
             * Format: date-time
             * @description Since when it has been so
             * @example 2026-11-22T07:02:00.000Z
             */
            since: string;
            /** @description Why it is paused, or the code of the device's fault in the error catalogue */
            reason: string | null;
            /** @description When the newest sound value was measured */
            lastMeasuredAt: string | null;
            /** @description The end of the window that is open or comes next */
            nextCutOff: string | null;
            /** @description Windows missed in a row until now */
            missed: number;
            /** @description After how many the team is told */
            maxBlind: number;
            /** @description Whether so many have been missed, whatever the cause */
            blind: boolean;
            /** @description When a window whose cut-off fell into a downtime will be decided */
            decidesAt: string | null;
            explanation: components["schemas"]["Sentence"];
        };
        SignalState: {
            /** @enum {string} */
            signal: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            /**
             * @description Exactly one; of several that hold the first in this order
             * @enum {string}
             */
            state: "paused" | "hub-offline" | "device-fault" | "never-received" | "overdue" | "due" | "fresh";
            blind: boolean;
        };
        ResponsibleTeam: {
            id: string;
            name: string;
            provider: string;
            unit: string;
            zone: string;
            phone: string | null;
        };
        PatientSummary: {
            id: string;
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            enrolledAt: string;
            version: number;
            enrolment: components["schemas"]["EnrolmentState"];
            /** @description Null for technicians */
            name: components["schemas"]["PatientName"] | null;
            /** @description Null for technicians */
            conditions: ("heart-failure" | "copd" | "hypertension")[] | null;
            /** @description The plan version in force; null when there is none */
            planVersion: number | null;
            /** @description Alerts that nobody has resolved, by severity; for technicians the technical ones */
            alerts: {
                red: number;
                yellow: number;
                info: number;
            };
            /** @description The state of each signal that the plan has a schedule for; null for technicians */
            silence: components["schemas"]["SignalState"][] | null;
            worst: {
                alert: string;
                /** @enum {string} */
                concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                openedAt: string;
            } | null;
        };
        LatestReading: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValue"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
            ageSeconds: number;
        };
        Patient: {
            id: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            enrolledAt: string;
            enrolment: components["schemas"]["EnrolmentState"];
            name: components["schemas"]["PatientName"];
            phone: string | null;
            personalNumber: string | null;
            team: components["schemas"]["ResponsibleTeam"];
            /** @description The plan version in force */
            plan: {
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                validFrom: string;
                conditions: ("heart-failure" | "copd" | "hypertension")[];
                treatmentLimitation: string | null;
            } | null;
            /** @description The If-Match of the next plan; 0 when there is none */
            latestPlanVersion: number;
            alerts: {
                id: string;
                /** @enum {string} */
                concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
                /** @enum {string} */
                category: "clinical" | "technical";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                openedAt: string;
            }[];
            /** @description One for each signal that the plan has a schedule for */
            silence: components["schemas"]["Silence"][];
            /** @description Those that have not ended */
            assignments: components["schemas"]["Assignment"][];
            /** @description The newest reading of each kind */
            latest: components["schemas"]["LatestReading"][];
        };
        Changed: {
            id: string;
            version: number;
        };
        /**
         * @example {
         *       "team": "team-north",
         *       "given": "Greta",
         *       "family": "Exempel",
         *       "born": "1941-03-02"
         *     }
         */
        Enrolment: {
            team: string;
            given: string;
            family: string;
            /** Format: date */
            born?: string;
            phone?: string;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "team": "team-north",
         *       "forwarding": "live"
         *     }
         */
        NewHub: {
            id: string;
            team: string;
            /** @default Europe/Stockholm */
            zone: string;
            /**
             * @description `live`: keeps nothing, so that a reading without a time was measured when it came
             * @default store-and-forward
             * @enum {string}
             */
            forwarding: "live" | "store-and-forward";
        };
        HubSecret: {
            id: string;
            version: number;
            /** @description Shown this once. Null when a repeated request gives the first answer: make a new one */
            secret: string | null;
        };
        DeviceModel: {
            id: string;
            name: string;
            /** @enum {string} */
            type: "scale" | "cuff" | "oximeter" | "thermometer" | "glucose-meter" | "gateway";
            /** @enum {string} */
            transport: "bluetooth" | "mqtt";
            /** @description The document that its decoder follows */
            source: string;
            about: string;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "hub": "hv-0312",
         *       "model": "generic-weight"
         *     }
         */
        NewDevice: {
            id: string;
            hub: string;
            model: string;
        };
        /**
         * @example {
         *       "patient": "p-8c1f"
         *     }
         */
        Lending: {
            patient: string;
            /** @description The user slot; absent: whoever uses it */
            user?: number;
            /** @description Default: now. May lie in the past */
            from?: unknown;
            to?: unknown;
            /**
             * @description The hub's memory was emptied by hand
             * @default false
             */
            emptied: boolean;
        };
        /**
         * @example {
         *       "replacement": "uc352-77b0",
         *       "place": "repair"
         *     }
         */
        Exchange: {
            replacement: string;
            /**
             * @description Where the old one goes
             * @default repair
             * @enum {string}
             */
            place: "stock" | "repair" | "lost" | "retired" | "recalled";
        };
        /**
         * @example {
         *       "place": "retired"
         *     }
         */
        Placement: {
            /** @enum {string} */
            place: "stock" | "repair" | "lost" | "retired" | "recalled";
        };
        /**
         * @example {
         *       "hub": "hv-0313"
         *     }
         */
        DeviceMove: {
            hub: string;
        };
        /**
         * @example {
         *       "id": "uc352-3f9a",
         *       "version": 4,
         *       "assignments": [
         *         "17"
         *       ]
         *     }
         */
        EquipmentChange: {
            id: string;
            version: number;
            /** @description Those that began or ended with it */
            assignments: string[];
        };
        /**
         * @example {
         *       "device": "uc352-3f9a",
         *       "user": 1,
         *       "patient": "p-8c1f",
         *       "from": "2026-11-20T08:00:00+01:00"
         *     }
         */
        NewAssignment: {
            device: string;
            /** @description The user slot; absent: whoever uses the device */
            user?: number;
            patient: string;
            /** @description Default: now. May lie in the past */
            from?: unknown;
            to?: unknown;
        };
        ReadingWithHistory: {
            id: string;
            /** @enum {string} */
            kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            values: components["schemas"]["MeasuredValue"][];
            /**
             * Format: date-time
             * @description Decides what the reading means
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            /**
             * Format: date-time
             * @description Decides how late it is
             * @example 2026-11-22T07:02:00.000Z
             */
            receivedAt: string;
            /**
             * @description How far `measuredAt` can be trusted
             * @enum {string}
             */
            clock: "good" | "suspect" | "unknown" | "wrong";
            flags: ("from-memory" | "seq-reused" | "irregular-pulse" | "body-movement" | "cuff-loose" | "position-improper" | "poor-signal" | "questionable" | "ongoing" | "early-estimate" | "not-clinical" | "implausible" | "suspect-duplicate" | "clock-unset-batch" | "manual" | "retained" | "pulse-range-high" | "pulse-range-low" | "moved" | "excluded" | "repeated")[];
            /**
             * @description What was decided when it was judged
             * @enum {string}
             */
            decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
            /** @description The plan version in force when it was measured; null: none, or it is nobody's */
            planVersion: number | null;
            /** @description Null when staff entered it */
            device: string | null;
            /** @description The device's user slot */
            user: number | null;
            /** @description Alerts that it opened, changed or joined */
            alerts: string[];
            /** @description Coded answers and such; `original` is what was sent when the unit was another */
            detail?: {
                [key: string]: unknown;
            };
            /** @description Why it counts nowhere, if staff said so */
            exclusion: {
                /** @enum {string} */
                reason: "technique" | "other-person" | "device" | "test" | "other";
                note: string | null;
                /** @description Staff id */
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
            } | null;
            history: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                /** @description `reading.excluded`, `reading.included`, `reading.moved`, `reading.judged-again`, `reading.history`, or what it did to an alert */
                event: string;
                actor: string;
                reason: string;
                alert: string | null;
                explanation: components["schemas"]["Sentence"] | null;
                findings: components["schemas"]["Finding"][];
                /** @description What had been decided until then */
                was: {
                    /** @enum {string} */
                    decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
                    planVersion: number | null;
                } | null;
                /** @description What is decided from then on, where a correction changed it */
                now: {
                    /** @enum {string} */
                    decision: "none" | "inside" | "finding" | "history" | "unattributed" | "engine-failed" | "repeat-pending" | "repeated";
                    planVersion: number | null;
                } | null;
                note: string | null;
            }[];
        };
        CoverageHole: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @enum {string} */
            reason: "no-responsible-team" | "closed" | "no-contact" | "nobody-on-call";
            team: string | null;
            explanation: components["schemas"]["Sentence"];
            /** @description How many patients it concerns */
            count: number;
            /** @description Their ids; null for administrators */
            patients: string[] | null;
        };
        Coverage: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @description Watched over at some time in the stretch */
            patients: number;
            patientMinutes: number;
            /** @description Of them without anybody to answer, rounded up */
            uncoveredMinutes: number;
            holes: components["schemas"]["CoverageHole"][];
            /** @description Teams on whose rota nobody is first from then on */
            rotaEnds: {
                team: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
            }[];
        };
        CoverageOverride: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            staff: string;
            reason: string;
            /** @description The kind of command */
            what: string;
            holes: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                /** @enum {string} */
                reason: "no-responsible-team" | "closed" | "no-contact" | "nobody-on-call";
                team: string | null;
                /** @description How many patients it concerns */
                count: number;
            }[];
        };
        Engine: {
            /** @description SHA-256 of what decides */
            version: string;
            /** @description The first command it decided */
            fromCommand: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            release: string;
            node: string;
            /** @description A SHA-256 for each part, by its name */
            parts: {
                [key: string]: string;
            };
        };
        /**
         * @example {
         *       "state": "paused",
         *       "until": "2026-12-01T08:00:00+01:00",
         *       "reason": "admitted"
         *     }
         */
        EnrolmentChange: {
            /** @constant */
            state: "invited";
            /** @description What the coded reason doesn't say */
            note?: string;
        } | {
            /** @constant */
            state: "active";
            /** @description What the coded reason doesn't say */
            note?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        } | {
            /** @constant */
            state: "paused";
            until: unknown;
            /** @enum {string} */
            reason: "admitted" | "travelling" | "own-wish" | "equipment" | "other";
            /** @description What the coded reason doesn't say */
            note?: string;
        } | {
            /** @constant */
            state: "ended";
            /** @enum {string} */
            reason: "deceased" | "goal-reached" | "own-wish" | "moved" | "other-care" | "other";
            /** @description What the coded reason doesn't say */
            note?: string;
        };
        /**
         * @example {
         *       "seq": 412,
         *       "at": "2026-11-22T07:02:00.000Z",
         *       "type": "alert.opened",
         *       "alert": "a9c-0",
         *       "patient": "greta",
         *       "team": "team-north",
         *       "actor": "hub:hub-greta",
         *       "reason": "weight-rise",
         *       "data": {
         *         "concern": "weight-gain",
         *         "category": "clinical",
         *         "severity": "red",
         *         "state": "open",
         *         "version": 1
         *       }
         *     }
         */
        Event: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            type: string;
            alert: string | null;
            patient: string | null;
            team: string;
            actor: string;
            reason: string;
            data: {
                [key: string]: unknown;
            };
        };
        TeamEscalation: {
            team: string;
            /** @description The team's; the ETag */
            version: number;
            /** @description False where the platform's own steps are in force */
            own: boolean;
            policy: components["schemas"]["EscalationPolicy"];
        };
        RuleAnswer: {
            /** @enum {string} */
            verdict: "finding" | "inside" | "not-evaluable";
            reading: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            measuredAt: string;
            sentence: components["schemas"]["Sentence"];
            /** @description How far inside the limit, exactly; below 0 beyond it. Null where that is no whole number of stored units */
            margin: components["schemas"]["MeasuredValue"] | null;
            /** @description Of a finding: what was done with it */
            becameOf: components["schemas"]["Sentence"] | null;
            alert: string | null;
            /** @description What it would have said with what had arrived when the reading came; null when the same */
            asKnown: components["schemas"]["Sentence"] | null;
        };
        RuleDay: {
            /** @description Null for the general safety limits without a plan */
            planVersion: number | null;
            rule: string;
            /** @enum {string} */
            kind: "limit" | "change" | "reference" | "moving-average" | "n-of-m" | "baseline" | "cusum" | "oximetry-score" | "irregular-pulse" | "oxygen-excess" | "symptoms" | "news2" | "combination" | "safety";
            /** @enum {string} */
            severity: "info" | "yellow" | "red";
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness" | "symptom-points" | "news2" | "combination";
            /** @enum {string} */
            direction: "above" | "below";
            /** @enum {string} */
            outcome: "finding" | "inside" | "not-evaluable" | "nothing-measured";
            /** @description How many readings it was asked about */
            asked: number;
            /** @description Why it did or did not find anything */
            sentence: components["schemas"]["Sentence"];
            /** @description The findings, or the nearest reading; then one for each reason why a reading did not count */
            answers: components["schemas"]["RuleAnswer"][];
        };
        ExplainedDay: {
            patient: string;
            /** Format: date */
            on: string;
            zone: string;
            plans: {
                version: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
            }[];
            /** @description Whether the patient was watched over, and by which plan */
            remarks: components["schemas"]["Sentence"][];
            rules: components["schemas"]["RuleDay"][];
            /** @description Measured, and no rule is about it */
            unwatched: {
                /** @enum {string} */
                metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
                sentence: components["schemas"]["Sentence"];
            }[];
            readings: {
                id: string;
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
                values: components["schemas"]["MeasuredValue"][];
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                receivedAt: string;
                /** @description How late it was, and why it doesn't count */
                remarks: components["schemas"]["Sentence"][];
            }[];
        };
        /** @description The four parts as text, a sentence a line */
        Sbar: {
            situation: string;
            background: string;
            assessment: string;
            recommendation: string;
        };
        /**
         * @example {
         *       "from": "vc-norr",
         *       "to": "natt",
         *       "minutes": 30
         *     }
         */
        NewHandover: {
            /** @description One of your teams */
            from: string;
            to: string;
            /** @description Default: everything open that `from` has, or of `patients` */
            alerts?: string[];
            patients?: string[];
            /** @description The receiver also answers for the patients until then, from when it accepts */
            takeoverUntil?: unknown;
            /**
             * @description How long it can be answered
             * @default 30
             */
            minutes: number;
            note?: string;
            /** @description By patient: the text as you have edited it */
            sbar?: {
                [key: string]: {
                    sv?: components["schemas"]["Sbar"];
                    en?: components["schemas"]["Sbar"];
                };
            };
        };
        Handover: {
            id: string;
            /** @description For If-Match */
            version: number;
            from: string;
            to: string;
            /** @enum {string} */
            state: "offered" | "accepted" | "declined" | "expired" | "withdrawn";
            offeredBy: {
                staff: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            offeredAt: string;
            /**
             * Format: date-time
             * @description Or when the team that offers it closes, if that is earlier
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            takeoverUntil: string | null;
            note: string | null;
            decided: {
                by: {
                    staff: string;
                    name: string | null;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                reason: string | null;
            } | null;
            patients: {
                patient: string;
                edited: boolean;
            }[];
            alerts: {
                alert: string;
                patient: string | null;
                severity: string;
                state: string;
                outcome: ("taken" | "closed") | null;
            }[];
        };
        Integration: {
            id: string;
            /** @description What it is for, and who answers for it */
            about: string;
            teams: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
            revokedAt: string | null;
            /** @description With which it signs in over MQTT */
            username: string;
            version: number;
        };
        IntegrationSecret: {
            id: string;
            version: number;
            username: string;
            /** @description Shown this once. Null when a repeated request gives the first answer */
            secret: string | null;
        };
        /** @description Seconds from opening; nearest-rank percentiles */
        AlertTimes: {
            n: number;
            median: number;
            p90: number;
            p95: number;
            max: number;
        };
        LoadFigures: {
            alerts: number;
            bySeverity: {
                info: number;
                yellow: number;
                red: number;
            };
            technical: number;
            late: number;
            /** @description Open again by a worse value or a promise that passed */
            reopened: number;
            /** @description How often people were told, all steps added up */
            tellings: number;
            times: {
                told?: components["schemas"]["AlertTimes"];
                seen?: components["schemas"]["AlertTimes"];
                acknowledged?: components["schemas"]["AlertTimes"];
                resolved?: components["schemas"]["AlertTimes"];
            };
            promises: {
                given: number;
                kept: number;
                passed: number;
                renewed: number;
            };
            outcomes: {
                true: number;
                technique: number;
                device: number;
                "limit-wrong": number;
                other: number;
                withdrawn: number;
                none: number;
            };
            actions: {
                advice?: number;
                medication?: number;
                visit?: number;
                "physician-contacted"?: number;
                "to-hospital"?: number;
                "device-exchanged"?: number;
                none?: number;
            };
            /** @description Of those that somebody closed, the share that were true; 95 % interval of Wilson */
            truth: {
                closed: number;
                true: number;
                share: number;
                low: number;
                high: number;
            } | null;
            /** @description Not closed within a day and night */
            stale: number;
        };
        LoadReport: {
            team: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @enum {string} */
            by: "none" | "shift" | "day" | "week" | "rule" | "concern" | "severity";
            budget: {
                perShift: number;
            } | null;
            all: components["schemas"]["LoadFigures"];
            groups: {
                key: string;
                figures: components["schemas"]["LoadFigures"];
            }[];
            rates: {
                /** @description The most that opened within any ten minutes */
                peak: number;
                /** @description The mean over the period */
                perTenMinutes: number;
                /** @description EEMUA 191: ten in ten minutes, until fewer than five */
                floods: {
                    /**
                     * Format: date-time
                     * @example 2026-11-22T07:02:00.000Z
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T07:02:00.000Z
                     */
                    to: string;
                    alerts: number;
                }[];
                /** @description Opened three times or more within a day and night; without patients for administrators */
                chattering: {
                    subject: string;
                    concern: string;
                    opened: number;
                }[];
                shifts: {
                    /** Format: date */
                    day: string;
                    shift: string;
                    alerts: number;
                }[];
            };
            overBudget: {
                /** Format: date */
                day: string;
                shift: string;
                alerts: number;
            }[];
        };
        NextLook: {
            /** @description Who looks; null when that isn't known */
            team: components["schemas"]["ResponsibleTeam"] | null;
            /** @description When the responsible team is next there, now if it is. Null when not within 30 days, or when the patient isn't being watched over */
            at: string | null;
            /** @description For the patient: what is known, and whom to call */
            explanation: components["schemas"]["Sentence"];
        };
        Notification: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @enum {string} */
            occasion: "alert" | "escalation" | "promise-passed" | "promise-renewed" | "team-closed" | "handover-offered" | "handover-failed" | "assigned" | "message" | "message-waiting";
            alert: string | null;
            severity: ("info" | "yellow" | "red") | null;
            team: string;
            /** @description Null: the team's function */
            staff: string | null;
            name: string | null;
            role: ("primary" | "secondary" | "manager") | null;
            step: number | null;
            /** @description When they, or somebody of the team, opened it in Hemvakt */
            seenAt: string | null;
            deliveries: {
                /** @enum {string} */
                channel: "email" | "webhook" | "push";
                /** @enum {string} */
                state: "queued" | "accepted" | "failed";
                /** @description More than one where it was tried again */
                attempts: number;
                nextAt: string | null;
                settledAt: string | null;
                /** @description Why the last attempt failed */
                code: string | null;
            }[];
        };
        WebhookSecret: {
            secret: string;
            /** @description Until when the secret before this one signs as well */
            overlapUntil: string | null;
            version: number;
        };
        /**
         * @example {
         *       "readings": [
         *         {
         *           "kind": "respiratory-rate",
         *           "value": 22,
         *           "unit": "/min"
         *         },
         *         {
         *           "kind": "consciousness",
         *           "value": "A"
         *         },
         *         {
         *           "kind": "blood-pressure",
         *           "systolic": 118,
         *           "diastolic": 70,
         *           "unit": "mmHg",
         *           "at": "2026-11-22T10:15:00+01:00"
         *         }
         *       ]
         *     }
         */
        Observations: {
            /** @description Items of `readings` in the device contract; without `at` they were measured now */
            readings: ({
                /** @enum {string} */
                kind: "body-weight" | "blood-pressure" | "oxygen-saturation" | "pulse" | "temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "spirometry" | "consciousness" | "symptoms";
            } & {
                [key: string]: unknown;
            })[];
        };
        PatientMessageEntry: {
            id: string;
            /** @description Null while it isn't known who wrote it */
            patient: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            /** @description Null: the patient */
            author: {
                staff: string;
                name: string | null;
            } | null;
            text: string;
            hub: string | null;
            /** @description The user slot that was given */
            for: number | null;
            /** @description When somebody of the team read it */
            seenAt: string | null;
            seenBy: {
                staff: string;
                name: string | null;
            } | null;
            /** @description When the home showed what staff wrote, or that it was read */
            shownAt: string | null;
        };
        PlanChanges: {
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        PlanDifference: {
            /** @enum {string} */
            part: "rule" | "safety-limit" | "reference" | "schedule" | "field";
            /** @description The rule's id, the limit's side, the metric, the signal or the field */
            id: string;
            /** @description Null where it is new */
            before: unknown;
            /** @description Null where it is gone */
            after: unknown;
            sentence: {
                sv: string;
                en: string;
            };
        };
        PlanDraft: {
            id: string;
            /** @enum {string} */
            state: "open" | "signed" | "discarded";
            /** @description The signed version that it was begun from; 0 when there was none */
            base: number;
            /** @description Whether another version has been signed since */
            outdated: boolean;
            /** @description What there is of a PlanBody */
            body: {
                [key: string]: unknown;
            };
            /** @description What stands in the way of signing it; empty when it is a whole plan */
            problems: {
                path: string;
                message: string;
            }[];
            /** @description What differs from the version that it was begun from; null while it is no whole plan */
            differences: components["schemas"]["PlanDifference"][] | null;
            /** @description What rehearsing it gave; null when it has not been rehearsed as it is */
            rehearsal: unknown;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
            updatedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            updatedAt: string;
            version: number;
        };
        /**
         * @example {
         *       "rules": [
         *         {
         *           "id": "pulse-high",
         *           "limit": {
         *             "value": 105,
         *             "unit": "/min"
         *           }
         *         }
         *       ]
         *     }
         */
        NewPlanDraft: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        PlanDraftChange: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description The draft has been brought up to the latest signed version and may be signed after it */
            rebase?: boolean;
        };
        Plan: {
            version: number;
            signedBy: {
                staff: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            signedAt: string;
            /**
             * Format: date-time
             * @description Judges what was measured from then on; never before it was signed
             * @example 2026-11-22T07:02:00.000Z
             */
            validFrom: string;
            /** @description Whether it judges what is measured now */
            inForce: boolean;
            /** @description SHA-256 of what was signed; null for what is older than digests */
            digest: string | null;
            /** @description Whether the plan still has its digest; null without one */
            intact: boolean | null;
            /** @description What the signer saw of the draft's rehearsal; null when it had not been rehearsed */
            rehearsal: unknown;
            body: components["schemas"]["PlanBody"];
        };
        Preset: {
            /** @enum {string} */
            condition: "heart-failure" | "copd" | "hypertension";
            body: components["schemas"]["PlanBody"];
            /** @description Where each rule comes from, by its id */
            sources: {
                [key: string]: string;
            };
            options: {
                /** @description As `options` of a plan or draft names it */
                name: string;
                title: {
                    sv: string;
                    en: string;
                };
                rules: components["schemas"]["Rule"][];
                /** @description What must be set for the patient beside it */
                needs: {
                    /** @enum {string} */
                    kind: "reference" | "saturation-target";
                    metric?: string;
                }[];
                source: string;
            }[];
        };
        /**
         * @example {
         *       "preset": [
         *         "heart-failure"
         *       ],
         *       "rules": [
         *         {
         *           "id": "pulse-high",
         *           "limit": {
         *             "value": 105,
         *             "unit": "/min"
         *           }
         *         }
         *       ],
         *       "body": {
         *         "treatmentLimitation": "Not for hospital admission."
         *       }
         *     }
         */
        NewPlan: {
            /** @description Start from these templates */
            preset?: ("heart-failure" | "copd" | "hypertension")[];
            /**
             * @description Parts of the templates to turn on, for instance `copd/oxygen-excess`
             * @example [
             *       "heart-failure/symptom-questions"
             *     ]
             */
            options?: string[];
            /** @description Parts of a PlanBody that replace those of the start */
            body?: {
                [key: string]: unknown;
            };
            /** @description Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule */
            rules?: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Ids of rules to leave out */
            withoutRules?: string[];
            /** @description Safety limits that replace the one on their side, or are new */
            safetyLimits?: ({
                metric: string;
                direction: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Default: when it is signed; never before */
            validFrom?: unknown;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /** @description hv/v1/<hub>/prompts: to be shown to the person, then answered on prompted */
        Prompt: {
            id: string;
            /** @description The user slot */
            for?: number;
            /** @enum {string} */
            kind: "measure-again" | "message" | "reminder";
            text: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /**
         * @example {
         *       "kind": "measure-again",
         *       "text": "Vila fem minuter och mät igen.",
         *       "expiresAt": "2026-11-22T12:00:00+01:00"
         *     }
         */
        NewPrompt: {
            /** @enum {string} */
            kind: "measure-again" | "message" | "reminder";
            /** @description Read by whoever stands by the hub */
            text: string;
            /** @description Never shown after */
            expiresAt: unknown;
        };
        /**
         * @example {
         *       "minutes": 60
         *     }
         */
        ProvisioningOrder: {
            /**
             * @description How long the code holds
             * @default 60
             */
            minutes: number;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "version": 2,
         *       "code": "K7QF-2M9X-R4TC",
         *       "expiresAt": "2026-11-22T08:02:00.000Z",
         *       "uri": "hemvakt:provision?api=https%3A%2F%2Fhemvakt.example&mqtt=mqtts%3A%2F%2Fhemvakt.example%3A8883&hub=hv-0312&code=K7QF2M9XR4TC",
         *       "svg": "<svg …>"
         *     }
         */
        ProvisioningCode: {
            id: string;
            version: number;
            /** @description Shown this once; null when a repeated request gives the first answer */
            code: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            /** @description What the QR code says: where to claim, where to connect, hub and code */
            uri: string | null;
            /** @description The QR code */
            svg: string | null;
        };
        /**
         * @example {
         *       "hub": "hv-0312",
         *       "code": "K7QF-2M9X-R4TC"
         *     }
         */
        ProvisioningClaim: {
            hub: string;
            code: string;
        };
        /**
         * @example {
         *       "hub": "hv-0312",
         *       "secret": "kQ0…",
         *       "mqtt": "mqtts://hemvakt.example:8883"
         *     }
         */
        ProvisionedHub: {
            hub: string;
            /** @description The MQTT password; the user name is the hub's id. Shown this once */
            secret: string;
            /** @description Where to connect */
            mqtt: string;
        };
        /**
         * @example {
         *       "id": "hv-0312",
         *       "version": 3,
         *       "secret": "kQ0…",
         *       "overlapUntil": "2026-11-25T07:02:00.000Z"
         *     }
         */
        HubRotation: {
            id: string;
            version: number;
            /** @description Shown this once */
            secret: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            overlapUntil: string;
        };
        /**
         * @example {
         *       "fingerprint": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
         *       "seenAt": "2026-11-22T07:02:00.000Z",
         *       "revokedAt": null
         *     }
         */
        HubCertificate: {
            /** @description SHA-256, hexadecimal */
            fingerprint: string;
            /** @description When the hub first showed it */
            seenAt: string | null;
            revokedAt: string | null;
        };
        PushSubscription: {
            /** Format: uri */
            endpoint: string;
            keys: {
                /** @description The browser's public key: an uncompressed point on P-256 */
                p256dh: string;
                auth: string;
            };
        };
        /**
         * @example {
         *       "id": "b4-0",
         *       "label": "Chrome, Android",
         *       "createdAt": "2026-11-22T08:00:00Z"
         *     }
         */
        PushBrowser: {
            id: string;
            label: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            createdAt: string;
        };
        Quarantined: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            hub: string;
            device: string | null;
            code: string;
            explanation: components["schemas"]["Sentence"];
            action: string | null;
            /** @description Null for technicians: it may name a measured value */
            detail: string | null;
            /** @description The reading's place in its message; null for the whole message */
            position: number | null;
            /** @description Size of the message */
            bytes: number;
        };
        QuarantinedBytes: {
            id: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            hub: string;
            device: string | null;
            code: string;
            explanation: components["schemas"]["Sentence"];
            action: string | null;
            /** @description Null for technicians: it may name a measured value */
            detail: string | null;
            /** @description The reading's place in its message; null for the whole message */
            position: number | null;
            /** @description Size of the message */
            bytes: number;
            /** @description The message's bytes exactly as they came */
            base64: string;
            /** @description The same read as UTF-8; what isn't stands as U+FFFD */
            text: string;
        };
        ReadLogEntry: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            staff: string;
            name: string | null;
            role: ("nurse" | "physician" | "technician" | "admin") | null;
            /** @description The team through which they saw the patient */
            team: string;
            action: string;
            reason: string | null;
        };
        AlertLoad: {
            alerts: number;
            bySeverity: {
                [key: string]: number;
            };
            /** @description How often somebody is called to look: when an alert opens, and when it gets worse */
            calls: number;
            /** @description Calls, by the shift's name */
            byShift: {
                [key: string]: number;
            };
            weeks: {
                /** Format: date */
                monday: string;
                alerts: number;
                calls: number;
            }[];
        };
        RehearsedAlert: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            /** @description By assumption; null when still active at the end */
            resolvedAt: string | null;
            /**
             * @description The worst that it reached
             * @enum {string}
             */
            severity: "info" | "yellow" | "red";
            /** @description The rule of most weight when it opened */
            cause: string;
            reading: string | null;
            explanation: components["schemas"]["Sentence"] | null;
            events: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                at: string;
                /** @enum {string} */
                event: "opened" | "joined" | "worsened" | "acknowledged" | "promise-renewed" | "promise-passed" | "reopened" | "resolved" | "withdrawn" | "returned" | "reassessed" | "released" | "told" | "assigned" | "noted" | "snoozed" | "handed-over" | "undone";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
        };
        RehearsedPair: {
            /** @enum {string} */
            change: "same" | "moved" | "added" | "removed";
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            severityChange: ("higher" | "lower") | null;
            /** @description How much later it opens under the draft; negative is earlier */
            shiftSeconds: number;
            /** @description Under the plan in force; null for one that the draft adds */
            before: components["schemas"]["RehearsedAlert"] | null;
            /** @description Under the draft; null for one that it takes away */
            after: components["schemas"]["RehearsedAlert"] | null;
        };
        ConfirmedEvent: {
            /** @description The real alert */
            alert: string;
            /** @enum {string} */
            concern: "weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            openedAt: string;
            before: {
                /** @description When an alert of its concern opens; null when none does */
                at: string | null;
                /** @description Where none does: what another alert was about */
                otherConcern: ("weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device") | null;
            };
            after: {
                /** @description When an alert of its concern opens; null when none does */
                at: string | null;
                /** @description Where none does: what another alert was about */
                otherConcern: ("weight-gain" | "weight-loss" | "bp-high" | "bp-low" | "pulse-high" | "pulse-low" | "pulse-irregular" | "oxygen-low" | "oxygen-high" | "breathing" | "temperature" | "symptoms" | "composite" | "missing" | "device") | null;
            };
            missed: boolean;
            shiftSeconds: number;
        };
        PatientRehearsalResult: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            zone: string;
            days: number;
            /** @description What staff are assumed to do, under both plans alike */
            assumption: components["schemas"]["Sentence"];
            sentences: components["schemas"]["Sentence"][];
            /** @description Under the plan in force, as if it had been all along */
            before: components["schemas"]["AlertLoad"];
            /** @description Under the draft */
            after: components["schemas"]["AlertLoad"];
            changes: {
                same: number;
                moved: number;
                added: number;
                removed: number;
                earlier: number;
                later: number;
                higher: number;
                lower: number;
            };
            /** @description What staff said of the real alerts that stand for those the draft takes away */
            removedOutcomes: {
                [key: string]: number;
            };
            /** @description What staff confirmed, and how both plans find it */
            confirmed: components["schemas"]["ConfirmedEvent"][];
            /** @description How many were judged */
            readings: number;
            /** @description How many could not be judged under the draft */
            failures: number;
            /** @description How many came more than a day after they were measured, and count as if they had come in time */
            late: number;
            alerts: components["schemas"]["RehearsedPair"][];
        };
        /**
         * @example {
         *       "change": {
         *         "overrides": {
         *           "weight-rise-3d": {
         *             "amount": {
         *               "value": 1.5,
         *               "unit": "kg"
         *             }
         *           }
         *         }
         *       },
         *       "days": 90
         *     }
         */
        NewRehearsal: {
            /** @description A draft of the patient's; the result is kept with it */
            draft?: string;
            /** @description A whole plan */
            body?: components["schemas"]["PlanBody"];
            /** @description A change to the plan in force */
            change?: components["schemas"]["PlanChange"];
            /**
             * @description So many local days up to today
             * @default 90
             */
            days: number;
            /** @description Assume that each alert is resolved so long after it opened. Default: within the longest time that may be promised */
            resolveAfterHours?: number;
            /** @description Default: day from 7, evening from 15, night from 21 */
            shifts?: {
                name: string;
                /** @description The local hour at which it begins */
                from: number;
            }[];
        };
        PatientRehearsal: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            startedAt: string;
            /** @description In patients */
            progress: {
                done: number;
                total: number;
            };
            draft: string | null;
            /** @description Of a draft: whether the result stands with it. False when it has changed meanwhile */
            kept: boolean | null;
            failure: {
                code: string;
                title: string;
                action: string;
            } | null;
            /** @description When `state` is `done` */
            result: components["schemas"]["PatientRehearsalResult"] | null;
        };
        Duty: {
            /** @description Null when nobody has been made responsible */
            team: components["schemas"]["ResponsibleTeam"] | null;
            /**
             * @description `cover`: the responsible team is closed; `closed`: it is, and so is its cover or it has none
             * @enum {string}
             */
            because: "nobody" | "responsible" | "cover" | "closed";
            /** @description Whether the team is open */
            there: boolean;
            /** @description When somebody else answers; null when not within 30 days */
            until: string | null;
            explanation: components["schemas"]["Sentence"];
            next: {
                team: components["schemas"]["ResponsibleTeam"] | null;
                /** @enum {string} */
                because: "nobody" | "responsible" | "cover" | "closed";
            } | null;
        };
        Responsibility: {
            id: number;
            /** @description For If-Match */
            version: number;
            /** @enum {string} */
            kind: "ordinary" | "palliative" | "takeover";
            team: string;
            /** @description Null: the team's own cover */
            cover: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            to: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            decidedAt: string;
            decidedBy: string;
            reason: string | null;
        };
        /**
         * @example {
         *       "kind": "takeover",
         *       "team": "mobila",
         *       "to": "2026-12-01T08:00:00+01:00",
         *       "reason": "Hem från sjukhus"
         *     }
         */
        NewResponsibility: {
            /**
             * @description `ordinary`: the patient's own team from then on; `palliative`: answers before it; `takeover`: another team for a while, before both
             * @enum {string}
             */
            kind: "ordinary" | "palliative" | "takeover";
            team: string;
            /** @description Outside that team's hours; otherwise its own cover */
            cover?: string;
            /** @description Default: now */
            from?: unknown;
            /** @description A takeover has one, at most 90 days later; what is ordinary has none */
            to?: unknown;
            reason?: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "username": "nina",
         *       "password": "correct horse battery",
         *       "kind": "cookie"
         *     }
         */
        Credentials: {
            username: string;
            password: string;
            /**
             * @description `cookie` for browsers, `bearer` for scripts
             * @enum {string}
             */
            kind: "cookie" | "bearer";
            /** @description Shorter than the longest allowed: 12 h for cookies, 30 days for bearer tokens */
            lifetimeHours?: number;
        };
        /**
         * @example {
         *       "kind": "cookie",
         *       "expiresAt": "2026-11-22T20:00:00.000Z",
         *       "csrf": "kQ0…",
         *       "staff": {
         *         "id": "s-nina",
         *         "role": "nurse",
         *         "teams": [
         *           "team-north"
         *         ],
         *         "name": {
         *           "given": "Nina",
         *           "family": "Exempel"
         *         }
         *       }
         *     }
         */
        Session: {
            /** @enum {string} */
            kind: "cookie" | "bearer";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            expiresAt: string;
            /** @description For X-CSRF-Token on changes; cookie sessions only */
            csrf?: string;
            /** @description The bearer token. It is shown this once */
            token?: string;
            staff: {
                id: string;
                /** @enum {string} */
                role: "nurse" | "physician" | "technician" | "admin";
                teams: string[];
                name: {
                    given: string;
                    family: string;
                };
            };
        };
        SilenceOfPatient: {
            patient: string;
            team: string;
            name: components["schemas"]["PatientName"];
            /** @description One for each signal that the plan has a schedule for */
            signals: components["schemas"]["Silence"][];
        };
        Staff: {
            id: string;
            /** @enum {string} */
            role: "nurse" | "physician" | "technician" | "admin";
            teams: string[];
            disabledAt: string | null;
            /** @description A demonstration account: signs in on the same machine only */
            loopbackOnly: boolean;
            /** @description Only for members of your own teams */
            username?: string;
            /** @description Only for members of your own teams */
            name?: {
                given: string;
                family: string;
            };
        };
        /**
         * @example {
         *       "id": "s-nina",
         *       "username": "nina",
         *       "password": "correct horse battery",
         *       "role": "nurse",
         *       "teams": [
         *         "team-north"
         *       ],
         *       "name": {
         *         "given": "Nina",
         *         "family": "Exempel"
         *       }
         *     }
         */
        NewStaff: {
            id: string;
            username: string;
            password: string;
            /** @enum {string} */
            role: "nurse" | "physician" | "technician" | "admin";
            teams: string[];
            name: {
                given: string;
                family: string;
            };
        };
        /**
         * @example {
         *       "change": {
         *         "overrides": {
         *           "weight-rise-3d": {
         *             "amount": {
         *               "value": 1.5,
         *               "unit": "kg"
         *             }
         *           }
         *         }
         *       },
         *       "condition": "heart-failure",
         *       "days": 90
         *     }
         */
        NewTeamRehearsal: {
            /** @description What to change in each patient's plan in force */
            change: components["schemas"]["PlanChange"];
            /**
             * @description Only patients whose plan names this condition
             * @enum {string}
             */
            condition?: "heart-failure" | "copd" | "hypertension";
            /**
             * @description So many local days up to today
             * @default 90
             */
            days: number;
            /** @description Assume that each alert is resolved so long after it opened. Default: within the longest time that may be promised */
            resolveAfterHours?: number;
            /** @description Default: day from 7, evening from 15, night from 21 */
            shifts?: {
                name: string;
                /** @description The local hour at which it begins */
                from: number;
            }[];
        };
        RehearsedPatient: {
            patient: string;
            /**
             * @description `unaffected`: the plan has none of the rules; `invalid`: it could not be signed
             * @enum {string}
             */
            outcome: "rehearsed" | "no-plan" | "unaffected" | "invalid" | "too-large";
            errors: {
                path: string;
                message: string;
            }[];
            /** @description Alerts under the plan in force */
            before: number;
            /** @description Alerts under the change */
            after: number;
            added: number;
            removed: number;
            moved: number;
            /** @description Events that staff confirmed */
            confirmed: number;
            /** @description Of those, how many the change misses */
            missed: number;
        };
        TeamRehearsalResult: {
            /** @description All patients together; null when nobody's plan changes */
            total: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                zone: string;
                days: number;
                /** @description What staff are assumed to do, under both plans alike */
                assumption: components["schemas"]["Sentence"];
                sentences: components["schemas"]["Sentence"][];
                /** @description Under the plan in force, as if it had been all along */
                before: components["schemas"]["AlertLoad"];
                /** @description Under the draft */
                after: components["schemas"]["AlertLoad"];
                changes: {
                    same: number;
                    moved: number;
                    added: number;
                    removed: number;
                    earlier: number;
                    later: number;
                    higher: number;
                    lower: number;
                };
                /** @description What staff said of the real alerts that stand for those the draft takes away */
                removedOutcomes: {
                    [key: string]: number;
                };
                /** @description What staff confirmed, and how both plans find it */
                confirmed: components["schemas"]["ConfirmedEvent"][];
                /** @description How many were judged */
                readings: number;
                /** @description How many could not be judged under the draft */
                failures: number;
                /** @description How many came more than a day after they were measured, and count as if they had come in time */
                late: number;
            } | null;
            patients: components["schemas"]["RehearsedPatient"][];
        };
        TeamRehearsal: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            startedAt: string;
            /** @description In patients */
            progress: {
                done: number;
                total: number;
            };
            draft: string | null;
            /** @description Of a draft: whether the result stands with it. False when it has changed meanwhile */
            kept: boolean | null;
            failure: {
                code: string;
                title: string;
                action: string;
            } | null;
            /** @description When `state` is `done` */
            result: components["schemas"]["TeamRehearsalResult"] | null;
        };
        /**
         * @example {
         *       "id": "team-north",
         *       "name": "Närsjukvårdsteam norr",
         *       "provider": "Region Exempel",
         *       "unit": "Vårdcentralen Norra",
         *       "kind": "clinic",
         *       "contact": {
         *         "phone": "+46 10 000 00 00"
         *       },
         *       "hours": {
         *         "weekly": [
         *           {
         *             "days": [
         *               "mon",
         *               "tue",
         *               "wed",
         *               "thu",
         *               "fri"
         *             ],
         *             "from": "08:00",
         *             "until": "17:00"
         *           }
         *         ]
         *       },
         *       "cover": "team-night"
         *     }
         */
        NewTeam: {
            id: string;
            name: string;
            /** @description The care provider (vårdgivare) */
            provider: string;
            /** @description The care unit (vårdenhet) */
            unit: string;
            /** @default Europe/Stockholm */
            zone: string;
            /**
             * @default clinic
             * @enum {string}
             */
            kind: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact: components["schemas"]["Contact"];
            /** @default null */
            hours: components["schemas"]["Hours"] | null;
            /** @default null */
            cover: string | null;
            /**
             * @default at-work
             * @enum {string}
             */
            onCall: "rota" | "at-work";
        };
        /**
         * @description What is left out stays as it is
         * @example {
         *       "contact": {
         *         "phone": "+46 10 000 00 01"
         *       }
         *     }
         */
        TeamChange: {
            name?: string;
            /** @enum {string} */
            kind?: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact?: components["schemas"]["Contact"];
            hours?: components["schemas"]["Hours"] | null;
            cover?: string | null;
            /** @enum {string} */
            onCall?: "rota" | "at-work";
        };
        Team: {
            id: string;
            /** @description The ETag */
            version: number;
            name: string;
            provider: string;
            unit: string;
            zone: string;
            /** @enum {string} */
            kind: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact: components["schemas"]["Contact"];
            /** @description Null: around the clock */
            hours: components["schemas"]["Hours"] | null;
            /** @description The team outside these hours */
            cover: string | null;
            /** @enum {string} */
            onCall: "rota" | "at-work";
            closedAt: string | null;
            /** @description At this moment */
            now: {
                open: boolean;
                /** @description When that changes; null when not within 30 days */
                until: string | null;
                explanation: components["schemas"]["Sentence"];
                onCall: {
                    staff: string;
                    name: string | null;
                    /** @enum {string} */
                    role: "primary" | "secondary" | "manager";
                }[];
            };
        };
        LimitPeriod: {
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            planVersion: number;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            validFrom: string;
            /** @description A value strictly beyond is a finding */
            limits: {
                rule: string;
                /** @enum {string} */
                kind: "limit" | "safety" | "reference" | "n-of-m";
                /** @enum {string} */
                direction: "above" | "below";
                value: number;
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
            /** @description Allowed changes; they are no lines in a chart */
            changes: {
                rule: string;
                /** @enum {string} */
                direction: "rise" | "fall";
                amount: number;
                /** @description Local dates */
                days: number;
                /** @enum {string} */
                against: "day" | "extreme";
                /** @enum {string} */
                severity: "info" | "yellow" | "red";
            }[];
        };
        /** @description Numbers are exact decimals in `unit`; means are rounded once, half to even, to what is stored */
        Trend: {
            patient: string;
            /** @enum {string} */
            metric: "body-weight" | "systolic-pressure" | "diastolic-pressure" | "mean-pressure" | "pulse" | "oxygen-saturation" | "oxygen-flow" | "body-temperature" | "respiratory-rate" | "glucose" | "peak-flow" | "fev1" | "fvc" | "consciousness";
            unit: string;
            ucum: string;
            loinc: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            to: string;
            /** @description Where buckets of days begin and end */
            zone: string;
            /** @enum {string} */
            resolution: "raw" | "buckets";
            /** @description How many values it is made of */
            count: number;
            /** @description Left out: somebody else's, excluded by staff, or no measurement according to the device */
            excluded: {
                moved: number;
                byStaff: number;
                notClinical: number;
            };
            points: {
                reading: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                measuredAt: string;
                value: number;
                uncertain: boolean;
            }[];
            /** @description Those that hold something; a gap is a time without values */
            buckets: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T07:02:00.000Z
                 */
                to: string;
                count: number;
                /** @description How many of them have an uncertain time or value */
                uncertain: number;
                min: number;
                max: number;
                mean: number;
            }[];
            limits: components["schemas"]["LimitPeriod"][];
            /**
             * @description Where the values were read; both give the same
             * @enum {string}
             */
            source: "store" | "influxdb";
            /** @description Why the store answered although InfluxDB should have */
            fallback: ("TRENDS_UNREACHABLE" | "TRENDS_REFUSED" | "TRENDS_DIFFER" | "TRENDS_BEHIND" | "TRENDS_TOO_LARGE") | null;
        };
        /** @description hv/v1/<hub>/readings: what devices measured */
        ReadingsMessage: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            device: string;
            readings: unknown[];
        };
        /** @description hv/v1/<hub>/gatt: a Bluetooth notification as received */
        GattMessage: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            device: string;
            characteristic: string;
            hex: string;
            /** Format: date-time */
            at?: string;
        };
        /** @description hv/v1/<hub>/state: retained, also the will */
        StateMessage: {
            online: boolean;
            battery?: number;
            firmware?: string;
            devices?: {
                id: string;
                battery?: number;
                firmware?: string;
            }[];
        };
        /** @description hv/v1/<hub>/prompted: a prompt has been shown */
        PromptedMessage: {
            id: string | number;
            /** Format: date-time */
            shownAt: string;
        };
        /** @description hv/v1/<hub>/messages: what somebody at home writes to their team */
        PatientMessage: {
            id: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description The user slot of who writes; needed where several share the hub */
            for?: number;
            text: string;
        };
        /** @description hv/v1/<hub>/receipts: what became of a message */
        Receipt: {
            /** @description The message's id; null when it couldn't be read */
            id: string | null;
            /**
             * Format: date-time
             * @description The platform's time, to set the hub's clock by
             */
            receivedAt: string;
            /** @description One for each item of the message, in order */
            results: {
                index: number;
                /** @enum {string} */
                status: "stored" | "duplicate" | "rejected" | "unattributed";
                code?: string;
                message?: string;
                /** @description The user slot */
                for?: number;
            }[];
            /** @description One for each person the message is about; absent when nothing may be promised */
            care?: {
                /** @description The user slot, where the device has them */
                for?: number;
                /** @description When somebody next looks; null when that isn't known */
                nextLook: string | null;
                /** @description Who looks; absent where several people share the hub */
                team?: string;
                phone?: string;
                /** @description To be shown as it stands */
                text: {
                    sv: string;
                    en: string;
                };
            }[];
        };
        VerificationDifference: {
            /** @enum {string} */
            table: "alert" | "event" | "reading" | "series" | "plan" | "engine";
            key: string;
            /** @description Where in the row; null where the whole row is on one side only */
            at: string | null;
            /** @description What is stored, as JSON */
            recorded: string | null;
            recomputed: string | null;
        };
        VerificationResult: {
            /** @description Everything compared is as it was decided, and nobody altered the log */
            identical: boolean;
            /** @description All that came of it, in words */
            summary: components["schemas"]["Sentence"];
            /** @description How many commands were run */
            commands: number;
            lastCommand: number;
            /** @description SHA-256 over the command log up to that command */
            seal: string | null;
            /** @description Commands altered since they were logged */
            broken: number[];
            /** @description Commands decided then and refused now */
            refused: number[];
            /** @description Version of the engine that recomputed */
            engine: string;
            /** @description Versions of the engines that decided */
            engines: (string | null)[];
            otherEngine: boolean;
            /** @description What is older was compared with the checkpoint only */
            sinceCommand: number | null;
            /** @description How many rows were compared, by table */
            rows: {
                [key: string]: number;
            };
            differences: components["schemas"]["VerificationDifference"][];
        };
        Verification: {
            alert: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-11-22T07:02:00.000Z
             */
            askedAt: string;
            endedAt: string | null;
            /** @description Commands run so far */
            progress: {
                done: number;
                all: number;
            } | null;
            result: components["schemas"]["VerificationResult"] | null;
            /** @description The code of what hindered it */
            failure: string | null;
        };
        WorklistRow: {
            /** @description The same as long as the row is about the same patient, device or hub */
            key: string;
            /** @description The team that answers for it now */
            team: {
                id: string;
                name: string;
            };
            /** @description The worst; of equally bad ones one that nobody has, then the oldest */
            alert: components["schemas"]["AlertInList"];
            /** @description How many active alerts there are beside it */
            more: number;
            /** @description Signals of the plan's schedule that don't come as they should; empty for technicians */
            silence: components["schemas"]["SignalState"][];
        };
        /** @description Of rows, whether or not they are given here */
        WorklistCounts: {
            red: number;
            yellow: number;
            info: number;
            technical: number;
            /** @description Rows that nobody has */
            open: number;
            /** @description Rows that you have */
            mine: number;
        };
        Worklist: {
            /**
             * Format: date-time
             * @description What the list is true of
             * @example 2026-11-22T07:02:00.000Z
             */
            at: string;
            items: components["schemas"]["WorklistRow"][];
            /** @description How many rows come after those given */
            left: number;
            counts: components["schemas"]["WorklistCounts"];
        };
        Confirmation: {
            password: string;
        };
        StaffTeams: {
            teams: string[];
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        TeamChangeRequest: {
            name?: string;
            /** @enum {string} */
            kind?: "clinic" | "municipal" | "mobile" | "hospital-at-home" | "palliative" | "technical";
            contact?: components["schemas"]["Contact"];
            hours?: components["schemas"]["Hours"] | null;
            cover?: string | null;
            /** @enum {string} */
            onCall?: "rota" | "at-work";
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "shifts": [
         *         {
         *           "staff": "nils",
         *           "role": "primary",
         *           "from": "2026-12-24T17:00:00+01:00",
         *           "to": "2026-12-25T08:00:00+01:00"
         *         }
         *       ]
         *     }
         */
        NewShifts: {
            shifts: {
                staff: string;
                /** @enum {string} */
                role: "primary" | "secondary" | "manager";
                from: unknown;
                to: unknown;
            }[];
        };
        LoadBudget: {
            perShift: number | null;
        };
        /**
         * @example {
         *       "team": "team-south"
         *     }
         */
        PatientTeam: {
            team: string;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        HandoverRefusal: {
            reason: string;
        };
        PlanSignature: {
            /** @description Default: when it is signed; never before */
            validFrom?: unknown;
            /** @description Only after COVERAGE_HOLE: it is meant, in your name, because */
            override?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "patient": "p-8c1f",
         *       "reason": "The husband stood on the scale."
         *     }
         */
        ReadingMove: {
            patient: string;
            reason: string;
        };
        /**
         * @example {
         *       "reason": "technique",
         *       "note": "Stood with one foot on the floor."
         *     }
         */
        ReadingExclusion: {
            /** @enum {string} */
            reason: "technique" | "other-person" | "device" | "test" | "other";
            /** @description Must be given with `other` */
            note?: string;
        };
        /**
         * @example {
         *       "assignee": "karin"
         *     }
         */
        Assignee: {
            assignee: string;
        };
        AlertNote: {
            text: string;
        };
        /**
         * @example {
         *       "until": "2026-11-22T20:00:00+01:00",
         *       "reason": "Extra furosemid given 08:00, väntad effekt"
         *     }
         */
        NewSnooze: {
            /** @description Default: all that it stands for */
            sides?: string[];
            until: unknown;
            reason: string;
        };
        Undo: {
            reason: string;
        };
        OwnEmail: {
            email: string | null;
        };
        WebhookRotation: {
            /** @default 72 */
            overlapHours: number;
        };
        PushBrowsers: {
            key: string;
            items: components["schemas"]["PushBrowser"][];
        };
        NewPushBrowser: {
            label: string;
            subscription: components["schemas"]["PushSubscription"];
        };
        /**
         * @example {
         *       "id": "paging",
         *       "about": "The municipality's paging, drift@example.org",
         *       "teams": [
         *         "team-north"
         *       ]
         *     }
         */
        NewIntegration: {
            id: string;
            /** @description What it is for, and who answers for it */
            about: string;
            teams: string[];
        };
        IntegrationChange: {
            /** @description What it is for, and who answers for it */
            about?: string;
            teams?: string[];
        };
        MessageAuthor: {
            patient: string;
        };
        /**
         * @example {
         *       "text": "Tack. Väg dig i morgon bitti som vanligt."
         *     }
         */
        NewPatientMessage: {
            text: string;
        };
        /**
         * @example {
         *       "overlapHours": 72
         *     }
         */
        Rotation: {
            /** @default 72 */
            overlapHours: number;
        };
        /**
         * @example {
         *       "fingerprint": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f"
         *     }
         */
        CertificateRevocation: {
            fingerprint: unknown;
        };
        /**
         * @default {}
         * @example {
         *       "to": "2026-11-22T12:00:00+01:00"
         *     }
         */
        AssignmentEnd: {
            to?: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
