// HubBench: the real window on the hub's page, with a hub on this machine and a cache of its own; what its
// tests share beside it.
#pragma once

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

#include "core/base/durable_file.h"
#include "tests/support/fixtures.h"
#include "tests/support/local_hub.h"
#include "tests/ui/support/opened_window.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/pages/hub_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui::test {

constexpr int kHubWaitMs = 30'000;

class HubBench {
public:
    HubBench() {
        for (const char* name : {"no_proxy", "NO_PROXY"})
            qputenv(name, "127.0.0.1");
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_OFFLINE",
                                 "TRANSFORMERS_OFFLINE", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", QByteArray::fromStdString(hub.url()));
        qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache().string()));
        qputenv("HF_TOKEN_PATH", QByteArray::fromStdString((opened.folder() / "token").string()));
        opened.window().showPage(MainWindow::Hub);
    }

    std::filesystem::path cache() const { return opened.folder() / "hub"; }
    std::filesystem::path cachedModel() const { return cache() / "models--org--town-model"; }
    MainWindow& window() { return opened.window(); }
    HubPage& page() { return *opened.window().hubPage(); }
    template <class Widget>
    Widget* find(const char* name) {
        return page().findChild<Widget*>(QString::fromLatin1(name));
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }

    /// A model that the engine's reader takes; its weights are large files.
    void putModel(const std::string& id = "org/town-model", bool isGated = false) {
        tunebench::test::write_tiny_model(opened.folder() / "source");
        tunebench::test::LocalRepository model{
            .id = id, .commit = kCommit, .downloads = 125'300, .licence = "apache-2.0", .is_gated = isGated};
        for (const auto& entry : std::filesystem::directory_iterator(opened.folder() / "source")) {
            const auto name = entry.path().filename().string();
            model.files[name] = {.content = *read_file(entry.path(), 1 << 26),
                                 .is_large = name.ends_with(".safetensors")};
        }
        model.files["pytorch_model.bin"] = {.content = std::string(20'000, 'p'), .is_large = true};
        model.files["onnx/model.onnx"] = {.content = std::string(9'000, 'o'), .is_large = true};
        hub.put(model);
    }

    void putRows() {
        hub.put({.id = "org/town-rows",
                 .kind = "datasets",
                 .commit = kCommit,
                 .files = {{"train.jsonl", {.content = "{\"text\": \"a\"}\n"}}}});
    }

    void search(const QString& name) {
        auto* line = find<QLineEdit>("hub_search");
        line->clear();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().results()->isVisible() || !page().message()->message().isEmpty() ||
                                     text("search_note").contains(QStringLiteral("knows no")),
                                 kHubWaitMs);
    }

    /// The transfer of large files stops there until the hook is taken away.
    void stallAfter(std::size_t bytes) {
        hub.set_hook([bytes](const tunebench::test::HttpServed& request, tunebench::test::HttpReply& reply) {
            if (request.target.find("signature=") != std::string::npos)
                reply.stall_after = bytes;
        });
    }
    /// One bit of every large file is not as the hub says.
    bool downloadDamaged() {
        hub.set_hook([](const tunebench::test::HttpServed& request, tunebench::test::HttpReply& reply) {
            if (request.target.find("signature=") != std::string::npos)
                reply.body[100] = static_cast<char>(reply.body[100] ^ 1);
        });
        return click(page(), "download") &&
               QTest::qWaitFor([this] { return text("download_hint").contains(QStringLiteral("damaged")); },
                               kHubWaitMs);
    }
    void flow() {
        hub.set_hook([](const tunebench::test::HttpServed&, tunebench::test::HttpReply&) {});
    }

    tunebench::test::LocalHub hub;
    OpenedWindow opened;

private:
    static constexpr const char* kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
};

/// Presses that button of the question that is about to come.
inline void answerWith(const QString& text) {
    QTimer::singleShot(100, qApp, [text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        for (QAbstractButton* button : box->buttons())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    });
}

/// The window in both themes, below build/screenshots.
inline void shoot(MainWindow& window, const QString& name) {
    for (const auto& [theme, suffix] :
         {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(200);
        const QImage image = window.grab().toImage();
        const QDir folder(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(image.save(folder.filePath(QStringLiteral("%1-%2.png").arg(name, QLatin1String(suffix)))));
        const Colors& colors = theme == ThemeChoice::Dark ? darkColors() : lightColors();
        QCOMPARE(image.pixelColor(4, image.height() / 2).name(), colors.rail.name());
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

inline QStringList column(HubTable* table, int column) {
    QStringList cells;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        cells << table->model()->index(row, column).data().toString();
    return cells;
}

}  // namespace tunebench::ui::test
