#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <libsecret/secret.h>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "core/hub/keyring.h"

namespace tunebench {

namespace {

constexpr std::chrono::seconds kPatience{5};

struct ObjectRelease {
    void operator()(GCancellable* object) const { g_object_unref(object); }
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

void cancel_later(const std::stop_token& stop, GCancellable* cancellable) {
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    if (!ended.wait_for(lock, stop, kPatience, [&stop] { return stop.stop_requested(); }))
        g_cancellable_cancel(cancellable);
}

std::optional<std::string> look_up(const std::string& endpoint) {
    const std::unique_ptr<GCancellable, ObjectRelease> cancellable(g_cancellable_new());
    const std::jthread watchdog(cancel_later, cancellable.get());
    const std::unique_ptr<gchar, PasswordRelease> password(
        secret_password_lookup_sync(&token_schema(), cancellable.get(), nullptr, "application", "tunebench",
                                    "endpoint", endpoint.c_str(), nullptr));
    return password ? std::optional<std::string>(password.get()) : std::nullopt;
}

}  // namespace

Keyring desktop_keyring(const Environment& environment) {
    return [has_bus = has_session_bus(environment)](const std::string& endpoint) {
        return has_bus ? look_up(endpoint) : std::nullopt;
    };
}

}  // namespace tunebench
