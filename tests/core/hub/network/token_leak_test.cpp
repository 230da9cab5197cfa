// The token goes to the endpoint's own origin and to nobody else, whatever redirects say. The second server
// of LocalHub is another origin: the same host on another port. It keeps every header that it gets.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/hub/network/hub_client.h"
#include "tests/core/hub/network/hub_bench.h"

namespace tunebench {
namespace {

using test::HttpReply;
using test::HttpServed;

const std::string kToken = "hf_TopSecret";

class TokenLeakTest : public testing::Test {
protected:
    TokenLeakTest() { bench_.access.token = kToken; }

    void expect_no_leak() const {
        for (const HttpServed& request : bench_.hub.store().requests()) {
            EXPECT_EQ(request.target.find(kToken), std::string::npos);
            for (const auto& [name, value] : request.headers) {
                EXPECT_NE(name, "authorization");
                EXPECT_EQ(value.find(kToken), std::string::npos) << name;
            }
        }
    }

    Result<HubAnswer> get(const std::string& url) {
        TRY(HubClient client, HubClient::open(bench_.access, {}));
        return client.send({.url = url}, {.on_head = [](const HubAnswer&) -> Result<void> { return {}; },
                                          .on_body = [](std::string_view) -> Result<void> { return {}; }});
    }

    test::HubBench bench_;
};

TEST_F(TokenLeakTest, ADownloadSendsItToTheHubOnly) {
    bench_.hub.put(bench_.small_model());
    ASSERT_TRUE(bench_.download_model());
    EXPECT_EQ(bench_.hub.store().requests().size(), 1U);
    expect_no_leak();
    for (const HttpServed& request : bench_.hub.front().requests())
        EXPECT_EQ(request.header("authorization"), "Bearer " + kToken) << request.target;
}

TEST_F(TokenLeakTest, NoRedirectCarriesItToTheSecondServer) {
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const bool first_within : {false, true}) {
            bench_.hub.set_hook([&](const HttpServed& request, HttpReply& reply) {
                if (request.target == "/start" && first_within)
                    reply = {.status = status, .headers = {{"Location", "/middle"}}};
                else if (request.target == "/start" || request.target == "/middle")
                    reply = {.status = status, .headers = {{"Location", bench_.hub.store().url() + "/end"}}};
                else
                    reply = {.body = "end"};
            });
            const auto answer = get(bench_.hub.url() + "/start");
            ASSERT_TRUE(answer);
            EXPECT_EQ(answer->head.status, 200);
        }
    }
    EXPECT_EQ(bench_.hub.store().requests().size(), 10U);
    EXPECT_EQ(bench_.hub.front().requests().size(), 15U);
    expect_no_leak();
    for (const HttpServed& request : bench_.hub.front().requests())
        EXPECT_EQ(request.header("authorization"), "Bearer " + kToken);
}

TEST_F(TokenLeakTest, WhoSendsUsBackDoesNotGetItSentAgain) {
    bench_.hub.set_hook([&](const HttpServed& request, HttpReply& reply) {
        if (request.target == "/start")
            reply = {.status = 302, .headers = {{"Location", bench_.hub.store().url() + "/away"}}};
        else if (request.target == "/away")
            reply = {.status = 302, .headers = {{"Location", bench_.hub.url() + "/back"}}};
        else
            reply = {.body = "end"};
    });
    ASSERT_TRUE(get(bench_.hub.url() + "/start"));
    expect_no_leak();
    const auto requests = bench_.hub.front().requests();
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].header("authorization"), "Bearer " + kToken);
    EXPECT_EQ(requests[1].target, "/back");
    EXPECT_EQ(requests[1].header("authorization"), "");
}

TEST_F(TokenLeakTest, AnAddressOfAnotherOriginGetsNone) {
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply = {.body = "end"}; });
    ASSERT_TRUE(get(bench_.hub.store().url() + "/direct"));
    EXPECT_EQ(bench_.hub.store().requests().size(), 1U);
    expect_no_leak();
}

TEST_F(TokenLeakTest, ThePageAfterThisOneMayBeNamedByAHostileList) {
    auto repository = bench_.small_model();
    bench_.hub.put(repository);
    bench_.hub.list_by_pages(1);
    bench_.hub.set_hook([&](const HttpServed& request, HttpReply& reply) {
        if (request.target.find("/tree/") != std::string::npos)
            std::erase_if(reply.headers, [](const auto& field) { return field.first == "Link"; });
        if (request.target.find("/tree/") != std::string::npos && request.target.starts_with("/api"))
            reply.headers.emplace_back("Link",
                                       fmt::format("<{}/tree/2>; rel=\"next\"", bench_.hub.store().url()));
        if (request.target == "/tree/2")
            reply = {.body = "[]"};
    });
    ASSERT_TRUE(list_repository(bench_.access, {.id = "org/name"}, "main", {}));
    EXPECT_EQ(bench_.hub.store().requests().size(), 1U);
    expect_no_leak();
}

TEST_F(TokenLeakTest, PlainHttpToAnotherMachineGetsNone) {
    bench_.access.settings.endpoint = "http://hub.example";
    EXPECT_FALSE(HubClient::open(bench_.access, {})->sends_token());
    bench_.access.settings.endpoint = "https://hub.example";
    EXPECT_TRUE(HubClient::open(bench_.access, {})->sends_token());
    bench_.access.settings.endpoint = "http://127.evil.example";
    EXPECT_FALSE(HubClient::open(bench_.access, {})->sends_token());
}

TEST_F(TokenLeakTest, NoErrorShowsIt) {
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply = {.status = 403}; });
    const auto listing = list_repository(bench_.access, {.id = "org/name"}, "main", {});
    ASSERT_FALSE(listing);
    EXPECT_EQ((listing.error().message + listing.error().hint).find(kToken), std::string::npos);
    EXPECT_NE(listing.error().hint.find("token"), std::string::npos);
}

TEST_F(TokenLeakTest, RedirectsWithoutEndAreRefused) {
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) {
        reply = {.status = 302, .headers = {{"Location", "/again"}}};
    });
    const auto answer = get(bench_.hub.url() + "/start");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Corrupt);
    EXPECT_EQ(bench_.hub.front().requests().size(), 11U);
}

}  // namespace
}  // namespace tunebench
