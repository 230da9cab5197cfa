#include "core/hub/token.h"

#include <chrono>

#include <gtest/gtest.h>

#include "core/hub/keyring.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/core/hub/environment_of.h"

namespace tunebench {
namespace {

using test::environment_of;

const Keyring kEmptyKeyring = [](const std::string&) { return std::optional<std::string>(); };

class TokenTest : public testing::Test {
protected:
    Result<FoundToken> look(std::map<std::string, std::string> variables, const Keyring& keyring) const {
        return find_token({.token_file = folder_.path() / "token"}, environment_of(std::move(variables)),
                          keyring);
    }

    Result<std::string> find(std::map<std::string, std::string> variables, const Keyring& keyring) const {
        TRY(const auto found, look(std::move(variables), keyring));
        return found.token;
    }

    test::FolderOfFiles folder_;
};

TEST_F(TokenTest, TheKeyringComesBeforeTheVariableBeforeTheFile) {
    folder_.write("token", "hf_file\n");
    const Keyring keyring = [](const std::string& endpoint) {
        return endpoint == "https://huggingface.co" ? std::optional<std::string>("hf_keyring") : std::nullopt;
    };
    EXPECT_EQ(*find({{"HF_TOKEN", "hf_variable"}}, keyring), "hf_keyring");
    EXPECT_EQ(*find({{"HF_TOKEN", "hf_variable"}}, kEmptyKeyring), "hf_variable");
    EXPECT_EQ(*find({{"HF_TOKEN", " \n"}, {"HUGGING_FACE_HUB_TOKEN", "hf_old"}}, kEmptyKeyring), "hf_old");
    EXPECT_EQ(*find({}, kEmptyKeyring), "hf_file");
}

TEST_F(TokenTest, WithoutOneThereIsNone) {
    EXPECT_EQ(*find({}, kEmptyKeyring), "");
}

TEST_F(TokenTest, NobodySendsItUnasked) {
    EXPECT_EQ(*find({{"HF_TOKEN", "hf_variable"}, {"HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"}}, kEmptyKeyring),
              "");
}

TEST_F(TokenTest, ATokenThatWouldAddAHeaderIsRefusedAndNotShown) {
    const auto found = find({{"HF_TOKEN", "hf_secret\r\nHost: evil"}}, kEmptyKeyring);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(found.error().message.find("HF_TOKEN"), std::string::npos);
    EXPECT_EQ(found.error().message.find("hf_secret"), std::string::npos);
}

TEST_F(TokenTest, WithoutASessionBusTheKeyringIsQuietAndQuick) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(desktop_keyring(environment_of({}))("https://huggingface.co"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(500));
}

TEST_F(TokenTest, ABusThatNobodyAnswersOnGivesNothing) {
    const auto keyring =
        desktop_keyring(environment_of({{"DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"}}));
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
    EXPECT_FALSE(keyring("https://huggingface.co"));
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
}

TEST_F(TokenTest, ItsPlaceIsSaid) {
    const Keyring keyring = [](const std::string&) { return std::optional<std::string>("hf_keyring"); };
    EXPECT_EQ(look({}, kEmptyKeyring)->place, TokenPlace::None);
    EXPECT_EQ(look({}, keyring)->place, TokenPlace::DesktopKeyring);
    EXPECT_EQ(look({{"HUGGING_FACE_HUB_TOKEN", "hf_old"}}, kEmptyKeyring)->where, "HUGGING_FACE_HUB_TOKEN");
    folder_.write("token", " \n");
    EXPECT_EQ(look({}, kEmptyKeyring)->place, TokenPlace::None);
    folder_.write("token", "hf_file\n");
    EXPECT_EQ(look({}, kEmptyKeyring)->place, TokenPlace::File);
    EXPECT_EQ(look({}, kEmptyKeyring)->where, (folder_.path() / "token").string());
}

TEST_F(TokenTest, WithoutASessionBusAKeyringThatCannotBeWrittenSaysWhatElseToDo) {
    const auto keyring = desktop_token_keyring(environment_of({}));
    for (const auto& result :
         {keyring.store("https://huggingface.co", "hf_x"), keyring.remove("https://huggingface.co")}) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
        EXPECT_NE(result.error().hint.find("HF_TOKEN"), std::string::npos);
    }
}

}  // namespace
}  // namespace tunebench
