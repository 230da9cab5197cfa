// Errors of the hub, and of files that take other words than reading and writing.
#include <QCoreApplication>

#include "ui/text/sentences/sentences.h"

namespace tunebench::ui {
namespace {

constexpr const char* kHubSentences[] = {
    QT_TRANSLATE_NOOP("core", "Cannot rename %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot rename %1 to %2: %3."),
    QT_TRANSLATE_NOOP("core", "Cannot remove %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot delete %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot copy %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot lock %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot map %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot sync %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot make the folder %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot create a folder in %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot repair the last line of %1: %2."),
    QT_TRANSLATE_NOOP("core", "Cannot ask for the free space of %1: %2."),
    QT_TRANSLATE_NOOP("core", "The cache holds %1 without %2."),
    QT_TRANSLATE_NOOP("core", "Download it once more without --offline: only what is missing is fetched."),
    QT_TRANSLATE_NOOP("core", "%1 is not in the cache %2."),
    QT_TRANSLATE_NOOP("core",
                      "%1 has its weights as pickles only (.bin, .pt), which can run code of others when "
                      "they are opened; Tunebench reads safetensors."),
    QT_TRANSLATE_NOOP("core",
                      "Look for a version with .safetensors (often a revision \"refs/pr/…\"), or convert the "
                      "files with the hub's page \"safetensors/convert\". --all downloads them as they are."),
    QT_TRANSLATE_NOOP("core", "None of the %1 files of %2 is asked for."),
    QT_TRANSLATE_NOOP("core",
                      "--all downloads every file, --include PATTERN those that fit; the repository's page "
                      "on the hub lists them."),
    QT_TRANSLATE_NOOP("core", "%1 (%2) has no %3 in the hub's cache."),
    QT_TRANSLATE_NOOP("core", "Look at its spelling, or fetch it: `%1 --include \"%2\"`."),
    QT_TRANSLATE_NOOP("core", "This Tunebench was built without the hub."),
    QT_TRANSLATE_NOOP(
        "core",
        "Download the files with another tool and give the folder, or build with -DTUNEBENCH_HUB=ON."),
    QT_TRANSLATE_NOOP("core", "no file has %1 bytes."),
    QT_TRANSLATE_NOOP("core", "\"sha\" is not a commit of 40 digits."),
    QT_TRANSLATE_NOOP("core", "%1: the answer must be %2."),
    QT_TRANSLATE_NOOP("core", "There is no folder for the hub's cache: HOME is not set."),
    QT_TRANSLATE_NOOP("core", "Set HF_HUB_CACHE to a folder."),
    QT_TRANSLATE_NOOP("core", "The keyring does not %1 the token: %2."),
    QT_TRANSLATE_NOOP("core", "Unlock the desktop's keyring, or set HF_TOKEN."),
    QT_TRANSLATE_NOOP("core", "There is no desktop session with a keyring here."),
    QT_TRANSLATE_NOOP("core", "Set HF_TOKEN, or write the token into the file that `hf auth login` writes."),
    QT_TRANSLATE_NOOP("core", "This Tunebench was built without the desktop's keyring (libsecret)."),
    QT_TRANSLATE_NOOP("core", "%1 gives neither hash nor size of %2, so that it could not be verified."),
    QT_TRANSLATE_NOOP("core", "If HF_ENDPOINT names a mirror, use another one."),
    QT_TRANSLATE_NOOP("core", "%1 changes while it is downloaded."),
    QT_TRANSLATE_NOOP("core", "Try again later, or name a commit as the revision."),
    QT_TRANSLATE_NOOP("core", "%1 has another content by now: %2 instead of %3."),
    QT_TRANSLATE_NOOP("core", "%1 sends other bytes than it was asked for."),
    QT_TRANSLATE_NOOP("core", "%1 answers with status %2 and an endless text."),
    QT_TRANSLATE_NOOP("core", "The server's answer has more than 64 KiB of headers."),
    QT_TRANSLATE_NOOP("core", "Cannot fetch from %1: %2."),
    QT_TRANSLATE_NOOP("core", "%1 redirects with an endless text."),
    QT_TRANSLATE_NOOP("core", "%1 redirects more than %2 times."),
    QT_TRANSLATE_NOOP("core", "%1: the answer is larger than %2."),
    QT_TRANSLATE_NOOP("core", "%1 is private, gated, or does not exist."),
    QT_TRANSLATE_NOOP("core", "%1 is gated: its owners give access to those who ask."),
    QT_TRANSLATE_NOOP("core", "The token is not sent over plain http: use an endpoint with https."),
    QT_TRANSLATE_NOOP("core", "%1 Ask for access on %2."),
    QT_TRANSLATE_NOOP(
        "core", "The token that was sent does not open it. Ask for access on %1, or use another token."),
    QT_TRANSLATE_NOOP("core", "%1 has no such revision."),
    QT_TRANSLATE_NOOP("core", "%1 lists its branches and tags."),
    QT_TRANSLATE_NOOP("core", "%1 has no such file."),
    QT_TRANSLATE_NOOP("core", "%1 lists its files."),
    QT_TRANSLATE_NOOP("core", "%1 knows no %2."),
    QT_TRANSLATE_NOOP("core", "Look at its spelling; data sets need --dataset."),
    QT_TRANSLATE_NOOP("core", "%1 answers with status %2"),
    QT_TRANSLATE_NOOP("core", "The server has trouble: try again later; what has come so far is kept."),
    QT_TRANSLATE_NOOP("core", "The connection to %1 fails: %2."),
    QT_TRANSLATE_NOOP("core",
                      "What has come so far is kept. Look at the network and the proxy; with --offline the "
                      "cache is used as it is."),
    QT_TRANSLATE_NOOP("core", "The list of the files of %1 does not end."),
    QT_TRANSLATE_NOOP("core", "The hub is not asked: the offline switch is on."),
    QT_TRANSLATE_NOOP(
        "core",
        "Turn it off in the window, leave out --offline, or unset HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE."),
    QT_TRANSLATE_NOOP("core", "%1: asked for the commit %2, the server answers with %3."),
    QT_TRANSLATE_NOOP("core", "What came from %1 is damaged: its hash is %2, not %3. It was deleted."),
    QT_TRANSLATE_NOOP("core",
                      "Try again; if it happens again, the server or a proxy on the way changes the bytes."),
    QT_TRANSLATE_NOOP("core", "The server sends more than the %1 that %2 has."),
    QT_TRANSLATE_NOOP("core", "%1 redirects to an address that is refused: %2."),
    QT_TRANSLATE_NOOP("core", "If HF_ENDPOINT names a mirror, look whether its address is right."),
    QT_TRANSLATE_NOOP("core", "\"%1\" is no address of a web server."),
    QT_TRANSLATE_NOOP("core", "HF_ENDPOINT has the form https://HOST, without user and password."),
    QT_TRANSLATE_NOOP("core", "%1 is not the name of a repository."),
    QT_TRANSLATE_NOOP(
        "core",
        "Names have the form ORGANISATION/NAME, as in the address of the repository's page on the hub."),
    QT_TRANSLATE_NOOP("core", "%1 is not a revision."),
    QT_TRANSLATE_NOOP("core", "A revision is a branch (main), a tag, or a commit of 40 digits."),
    QT_TRANSLATE_NOOP("core", "%1 does not hold a commit of 40 digits."),
    QT_TRANSLATE_NOOP("core", "Delete it and download the repository again."),
    QT_TRANSLATE_NOOP("core", "The download was stopped."),
    QT_TRANSLATE_NOOP("core", "The same download, started again, goes on where it was."),
    QT_TRANSLATE_NOOP("core", "The token of %1 has characters that no token has."),
    QT_TRANSLATE_NOOP("core", "Store it again; tokens of the hub begin with \"hf_\"."),
    QT_TRANSLATE_NOOP("core",
                      "A token with the right to read it is needed: set HF_TOKEN, or put it into the token "
                      "file or the keyring."),
    QT_TRANSLATE_NOOP("core", "The keyring does not store the token: %1."),
    QT_TRANSLATE_NOOP("core", "The keyring does not remove the token: %1."),
    QT_TRANSLATE_NOOP("core", "Too many requests: it asks to wait %1 s."),
    QT_TRANSLATE_NOOP("core", "Too many requests: wait some minutes."),
    QT_TRANSLATE_NOOP("core",
                      "The server's certificate is not trusted here: look at the clock, the package "
                      "ca-certificates, and the proxy."),
    QT_TRANSLATE_NOOP("core", "no byte comes any more"),
    QT_TRANSLATE_NOOP("core", "it cannot be read, or has a user name in it"),
    QT_TRANSLATE_NOOP("core", "it is neither http nor https"),
    QT_TRANSLATE_NOOP("core", "it leaves https"),
};

}  // namespace

std::span<const char* const> hubSentences() {
    return kHubSentences;
}

}  // namespace tunebench::ui
