// Dialogs as a user answers them: questions by their buttons, files by a path that is typed.
#pragma once

#include <filesystem>
#include <functional>

#include <QString>
#include <QTimer>

class QDialog;

namespace tunebench::ui::test {

/// Answers the first dialog that is in front while this lives and that `answer` is for. Made before what
/// opens the dialog, which may return only when the dialog is closed.
class DialogAnswer {
public:
    /// False: it is another dialog's turn, or this one is not ready.
    using Answer = std::function<bool(QDialog&)>;

    explicit DialogAnswer(Answer answer);

    bool isGiven() const { return isGiven_; }
    /// Of a dialog that opens a little later.
    bool waitUntilGiven() const;

private:
    void look();

    Answer answer_;
    QTimer timer_;
    int polls_ = 0;
    bool isGiven_ = false;
};

/// A click on the button of that text.
DialogAnswer::Answer withButton(const QString& text);

/// The path typed into a dialog that asks for a file or a folder. Qt's own dialogs only: set
/// Qt::AA_DontUseNativeDialogs first.
DialogAnswer::Answer withFile(const std::filesystem::path& path);

}  // namespace tunebench::ui::test
