//! Words: requirements.

pub const WHICH: &str = "Which computers can do this";
pub const CLIENT: &str = "This activity is only available for client versions 25.10 and newer. Computers that cannot carry it out are named in the result.";
pub const HOW: &str = "How to set a computer up for this";
pub const PLUGIN: &str = "In /etc/landscape/client.conf, under [client], name the plugin ProManagement, beside those that stand there already:";
pub const PLUGIN_NAME: &str = "the plugin's line";
pub const RESTART: &str = "Then restart the client:";
pub const RESTART_NAME: &str = "the restart command";
pub const NOT_FOR: &str = "Clients from a snap, Ubuntu Core and computers that are offline cannot do it.";
pub const WHERE: &str = "Where this is available";
pub const DEPLOYMENT: &str = "Detaching is available only on self-hosted deployments and select SaaS accounts.";
