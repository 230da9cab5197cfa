// HelpBrowser: a topic of the help as text, in the colours of the theme, with what is looked for marked.
#pragma once

#include <QTextBrowser>

namespace tunebench::ui {

class HelpBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

    /// Marks every place of the text, and leads to the next one from where the reader is; with
    /// QTextDocument::FindBackward to the one before. After the last comes the first. Empty text marks
    /// nothing. False when it is nowhere.
    bool lookFor(const QString& text, QTextDocument::FindFlags direction = {});

protected:
    void changeEvent(QEvent* event) override;

private:
    void onRead();
    void arrangeTables();
    void mark(const QString& text);
};

}  // namespace tunebench::ui
