use e2e::scenario;

#[test]
fn smoke() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees_heading("Contracts").await;
        println!("{:?}", world.rows("Contracts").await);
        println!("{:?}", world.console().await);
        println!("{:?}", world.requested_addresses().await);
    });
}
