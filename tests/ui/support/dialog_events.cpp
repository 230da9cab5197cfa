#include "tests/ui/support/dialog_events.h"

#include <utility>

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include "ui/text/qt_text.h"

namespace tunebench::ui::test {
namespace {

constexpr int kPollMs = 50;
constexpr int kMostPolls = 40;  // until a dialog is in front
constexpr int kWaitMs = 20'000;

}  // namespace

DialogAnswer::DialogAnswer(Answer answer) : answer_(std::move(answer)) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { look(); });
    timer_.start(kPollMs);
}

bool DialogAnswer::waitUntilGiven() const {
    return QTest::qWaitFor([this] { return isGiven_; }, kWaitMs);
}

void DialogAnswer::look() {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr || !dialog->isVisible())
        return;
    // What completes a path takes a line without the focus for one that it may write to.
    if (!dialog->isActiveWindow() && ++polls_ < kMostPolls)
        return dialog->activateWindow();
    // The answer may close the dialog, and with it what waits for it.
    timer_.stop();
    isGiven_ = answer_(*dialog);
    if (!isGiven_)
        timer_.start();
}

DialogAnswer::Answer withButton(const QString& text) {
    return [text](QDialog& dialog) {
        for (auto* button : dialog.findChildren<QAbstractButton*>())
            if (button->text().remove(QLatin1Char('&')) == text && button->isVisible() &&
                button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        return false;
    };
}

DialogAnswer::Answer withFile(const std::filesystem::path& path) {
    return [text = toQt(path)](QDialog& dialog) {
        if (qobject_cast<QFileDialog*>(&dialog) == nullptr)
            return false;
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, text);
        QTest::keyClick(name, Qt::Key_Return);
        return true;
    };
}

}  // namespace tunebench::ui::test
