// HelpWindow: the help beside the window it belongs to: contents, text, the way back, and search in the text.
// Everything in it comes with the program.
#pragma once

#include <QDialog>
#include <QTextDocument>

class QKeySequence;
class QLineEdit;
class QListWidget;
class QTextBrowser;
class QToolButton;

namespace tunebench::ui {

class HelpBrowser;

class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* owner);

    /// Brings it to the front.
    void showTopic(const QString& topic);
    /// Of what is shown.
    QString topic() const;

    HelpBrowser* text() const { return text_; }
    QListWidget* contents() const { return contents_; }
    QLineEdit* search() const { return search_; }

private:
    void buildContents();
    QWidget* buildBar();
    QToolButton* addWay(const char* iconName, const QString& text, const QKeySequence& keys,
                        void (QTextBrowser::*go)(), void (QTextBrowser::*possible)(bool));
    void buildSearch();
    void lookFor(QTextDocument::FindFlags direction = {});
    void onShown(const QUrl& source);

    QListWidget* contents_ = nullptr;
    HelpBrowser* text_ = nullptr;
    QLineEdit* search_ = nullptr;
};

/// In the help window of `owner`, which is made when it is first needed and goes with it.
void showHelp(QWidget& owner, const QString& topic);

}  // namespace tunebench::ui
