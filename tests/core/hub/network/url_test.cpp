#include "core/hub/network/url.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

Url url(const std::string& text) {
    const auto parsed = parse_url(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : Url{};
}

TEST(UrlTest, AnOriginIsSchemeHostAndPort) {
    EXPECT_TRUE(is_same_origin(url("https://Hub.example/a"), url("https://hub.example:443/b?c")));
    for (const auto* other :
         {"http://hub.example/", "https://hub.example:8443/", "https://cdn.hub.example/",
          "https://hub.example.evil/", "https://evil-hub.example/", "https://hub.example./"})
        EXPECT_FALSE(is_same_origin(url("https://hub.example/"), url(other))) << other;
}

TEST(UrlTest, OnlyWebAddressesWithoutUsersAreTaken) {
    for (const auto* text : {"", "hub", "file:///etc/passwd", "ftp://hub/", "https://", "https://user@hub/",
                             "https://user:secret@hub/", "gopher://hub/", "https://hub:99999/"})
        EXPECT_FALSE(parse_url(text)) << text;
}

TEST(UrlTest, ARedirectMayBeRelative) {
    const auto from = url("https://hub.example/a/b?c");
    EXPECT_EQ(redirect_target(from, "/x/y")->text, "https://hub.example/x/y");
    EXPECT_EQ(redirect_target(from, "z")->text, "https://hub.example/a/z");
    EXPECT_EQ(redirect_target(from, "//other.example/z")->host, "other.example");
    EXPECT_EQ(redirect_target(from, "https://cdn.example:8443/z")->port, "8443");
}

TEST(UrlTest, ARedirectCannotLeaveHttpsOrTheWeb) {
    const auto from = url("https://hub.example/a");
    for (const auto* location :
         {"http://hub.example/a", "http://127.0.0.1/a", "file:///etc/passwd", "ftp://x/",
          "https://user:secret@x/", "https://", "https://hub.example:0x50/"}) {
        const auto target = redirect_target(from, location);
        ASSERT_FALSE(target) << location;
        EXPECT_EQ(target.error().code, ErrorCode::Corrupt);
        EXPECT_EQ(target.error().message.find("secret"), std::string::npos);
    }
    EXPECT_TRUE(redirect_target(url("http://127.0.0.1:1/"), "http://127.0.0.1:2/"));
    EXPECT_TRUE(redirect_target(url("https://localhost:1/"), "http://127.0.0.1:2/"));
}

TEST(UrlTest, LoopbackIsNotWhatOnlyLooksLikeIt) {
    for (const auto* text :
         {"http://127.0.0.1/", "http://127.1.2.3:80/", "http://localhost/", "http://[::1]/"})
        EXPECT_TRUE(is_loopback(url(text))) << text;
    for (const auto* text : {"http://127.evil.example/", "http://localhost.example/", "http://10.0.0.1/"})
        EXPECT_FALSE(is_loopback(url(text))) << text;
}

TEST(UrlTest, NamesAreEncoded) {
    EXPECT_EQ(percent_encoded("a b/c?d#e%f", true), "a%20b/c%3Fd%23e%25f");
    EXPECT_EQ(percent_encoded("refs/pr/1", false), "refs%2Fpr%2F1");
    EXPECT_EQ(percent_encoded("\xC3\xA9.json", true), "%C3%A9.json");
}

}  // namespace
}  // namespace tunebench
