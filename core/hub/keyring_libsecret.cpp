#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <libsecret/secret.h>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "core/hub/keyring.h"

namespace tunebench {

namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::seconds kPatienceWithPeople{60};  // who may have to unlock it

struct ObjectRelease {
    void operator()(GCancellable* object) const { g_object_unref(object); }
};

struct ErrorRelease {
    void operator()(GError* error) const { g_error_free(error); }
};

struct PasswordRelease {
    void operator()(gchar* password) const { secret_password_free(password); }
};

/// The name is not compared, so that `secret-tool store` can put a token there.
const SecretSchema& token_schema() {
    static const SecretSchema schema = {"tunebench.HubToken",
                                        SECRET_SCHEMA_DONT_MATCH_NAME,
                                        {{"application", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                         {"endpoint", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                         {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                                        0,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr};
    return schema;
}

/// GLib would start a bus where there is none.
bool has_session_bus(const Environment& environment) {
    if (non_empty(environment, "DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const auto runtime = non_empty(environment, "XDG_RUNTIME_DIR");
    std::error_code ignored;
    return runtime && std::filesystem::exists(std::filesystem::path(*runtime) / "bus", ignored);
}

void cancel_later(const std::stop_token& stop, GCancellable* cancellable, std::chrono::seconds patience) {
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    if (!ended.wait_for(lock, stop, patience, [&stop] { return stop.stop_requested(); }))
        g_cancellable_cancel(cancellable);
}

std::optional<std::string> look_up(const std::string& endpoint) {
    const std::unique_ptr<GCancellable, ObjectRelease> cancellable(g_cancellable_new());
    const std::jthread watchdog(cancel_later, cancellable.get(), kPatience);
    const std::unique_ptr<gchar, PasswordRelease> password(
        secret_password_lookup_sync(&token_schema(), cancellable.get(), nullptr, "application", "tunebench",
                                    "endpoint", endpoint.c_str(), nullptr));
    return password ? std::optional<std::string>(password.get()) : std::nullopt;
}

/// Calls libsecret, which may give an error; ends it when nobody answers.
template <class Call>
Result<void> ask_keyring(std::string_view action, Call call) {
    const std::unique_ptr<GCancellable, ObjectRelease> cancellable(g_cancellable_new());
    const std::jthread watchdog(cancel_later, cancellable.get(), kPatienceWithPeople);
    GError* raw = nullptr;
    call(cancellable.get(), &raw);
    const std::unique_ptr<GError, ErrorRelease> error(raw);
    if (!error)
        return {};
    return Error{.code = ErrorCode::Io,
                 .message = fmt::format("The keyring does not {} the token: {}.", action, error->message),
                 .hint = "Unlock the desktop's keyring, or set HF_TOKEN."};
}

Result<void> store(const std::string& endpoint, const std::string& token) {
    return ask_keyring("store", [&](GCancellable* cancellable, GError** error) {
        secret_password_store_sync(&token_schema(), SECRET_COLLECTION_DEFAULT, "Hugging Face", token.c_str(),
                                   cancellable, error, "application", "tunebench", "endpoint",
                                   endpoint.c_str(), nullptr);
    });
}

Result<void> remove_stored(const std::string& endpoint) {
    return ask_keyring("remove", [&](GCancellable* cancellable, GError** error) {
        secret_password_clear_sync(&token_schema(), cancellable, error, "application", "tunebench",
                                   "endpoint", endpoint.c_str(), nullptr);
    });
}

Error no_session() {
    return {.code = ErrorCode::Unsupported,
            .message = "There is no desktop session with a keyring here.",
            .hint = "Set HF_TOKEN, or write the token into the file that `hf auth login` writes."};
}

}  // namespace

TokenKeyring desktop_token_keyring(const Environment& environment) {
    const bool has_bus = has_session_bus(environment);
    return {.look_up = desktop_keyring(environment),
            .store = [has_bus](const std::string& endpoint, const std::string& token) -> Result<void> {
                return has_bus ? store(endpoint, token) : no_session();
            },
            .remove = [has_bus](const std::string& endpoint) -> Result<void> {
                return has_bus ? remove_stored(endpoint) : no_session();
            }};
}

Keyring desktop_keyring(const Environment& environment) {
    return [has_bus = has_session_bus(environment)](const std::string& endpoint) {
        return has_bus ? look_up(endpoint) : std::nullopt;
    };
}

}  // namespace tunebench
